// What every page does: the scheme switch, the contents beside the text, the remark. Nothing leaves the device.
(function () {
  "use strict";

  const SCHEME_KEY = "navigator.scheme";
  const SCHEMES = ["system", "light", "dark"];
  const SCHEME_WORDS = { system: "как в системе", light: "светлое", dark: "тёмное" };

  function currentScheme() {
    return document.documentElement.dataset.scheme || "system";
  }

  function setScheme(scheme) {
    if (scheme === "system") delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = scheme;
    try {
      if (scheme === "system") localStorage.removeItem(SCHEME_KEY);
      else localStorage.setItem(SCHEME_KEY, scheme);
    } catch {
      // Storage is blocked: the choice holds on this page only.
    }
  }

  function startSchemeSwitch(button) {
    const label = button.querySelector("span");
    const say = () => {
      label.textContent = `Оформление: ${SCHEME_WORDS[currentScheme()]}. Сменить`;
      button.title = label.textContent;
    };
    button.addEventListener("click", () => {
      setScheme(SCHEMES[(SCHEMES.indexOf(currentScheme()) + 1) % SCHEMES.length]);
      say();
    });
    say();
  }

  // Folded on a phone, open where it stands beside the text.
  function startContents(details) {
    const wide = matchMedia("(min-width: 73rem)");
    const follow = () => { details.open = wide.matches; };
    wide.addEventListener("change", follow);
    follow();
  }

  function startMenu(menu) {
    menu.addEventListener("toggle", (event) => {
      if (event.newState === "open") menu.querySelector(".menu-close").focus();
    });
  }

  function startRemark(remark) {
    const text = remark.querySelector("textarea");
    const status = remark.querySelector(".remark-status");
    const actions = remark.querySelector(".remark-actions");
    text.value = text.value.replace(/^Адрес: .*$/m, `Адрес: ${location.href.split("#")[0]}`);
    actions.addEventListener("click", async (event) => {
      const action = event.target.closest("[data-remark]")?.dataset.remark;
      if (action === "copy") status.textContent = await copied(text) ? "Скопировано." : "Не вышло: выделите текст и скопируйте сами.";
      if (action === "print") printRemark();
      if (action === "mail") {
        const subject = encodeURIComponent(document.title);
        event.target.href = `${event.target.href.split("?")[0]}?subject=${subject}&body=${encodeURIComponent(text.value)}`;
      }
    });
  }

  async function copied(field) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.select();
      return document.execCommand("copy");
    }
  }

  function printRemark() {
    const root = document.documentElement;
    root.classList.add("print-remark");
    addEventListener("afterprint", () => root.classList.remove("print-remark"), { once: true });
    print();
  }

  // A link to something folded, as the remark or a form is, opens it.
  function openTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.tagName === "DETAILS") target.open = true;
  }

  // A withdrawn page hands its readers over to what replaced it; whoever asks for the old text, or for a part of it, stays.
  function handOver(gone) {
    if (!location.hash) location.replace(fromDisk(new URL(gone.dataset.instead, location.href).href));
  }

  // From disk a folder is a list of files, not a page: the page in it is named.
  function fromDisk(url) {
    return location.protocol === "file:" ? url.replace(/\/(?=[?#]|$)/, "/index.html") : url;
  }

  function nameThePage(event) {
    const link = event.target.closest?.("a[href]");
    if (link?.protocol === "file:") link.href = fromDisk(link.href);
  }

  const each = (selector, start) => document.querySelectorAll(selector).forEach(start);
  each("[data-scheme-switch]", startSchemeSwitch);
  each(".contents details", startContents);
  each("#menu[popover]", startMenu);
  each(".remark", startRemark);
  each("[data-instead]", handOver);
  if (location.protocol === "file:") addEventListener("click", nameThePage, true);
  addEventListener("hashchange", openTarget);
  openTarget();
})();
