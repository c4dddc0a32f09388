// @ts-check
// Notes and cases by region, industry and step: nothing is asked of a server, the choice stands in the fragment.
(function () {
  "use strict";

  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-choose]"));
  if (!form) return;
  const list = /** @type {HTMLElement} */ (document.querySelector("[data-entries]"));
  const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-nothing]"));
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-status]"));
  const selects = [...form.querySelectorAll("select")];
  const entries = /** @type {HTMLElement[]} */ ([...list.children]);
  const KEYS = /** @type {Record<string, string>} */ ({ region: "regions", industry: "industries", move: "moves", recommendation: "recommendations" });

  function draw() {
    let shown = 0;
    for (const entry of entries) {
      const fits = selects.every(({ name, value }) => !value || (entry.dataset[KEYS[name]] || "").split(" ").includes(value));
      entry.hidden = !fits;
      if (fits) shown += 1;
    }
    list.hidden = !shown;
    nothing.hidden = shown > 0;
    const chosen = selects.some((one) => one.value);
    status.textContent = chosen ? `Показано: ${shown} из ${entries.length}.` : "";
  }

  // Takes #region=africa&industry=machinery; names that are not offered are left alone.
  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const one of selects) {
      const value = asked.get(one.name) || "";
      one.value = [...one.options].some((option) => option.value === value) ? value : "";
    }
  }

  function keep() {
    const chosen = selects.filter((one) => one.value).map((one) => `${one.name}=${one.value}`).join("&");
    history.replaceState(null, "", location.href.split("#")[0] + (chosen ? `#${chosen}` : ""));
    draw();
  }

  form.addEventListener("change", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    if (!/=/.test(location.hash) && location.hash) return; // a link to a heading
    read();
    draw();
  });
  read();
  draw();
})();
