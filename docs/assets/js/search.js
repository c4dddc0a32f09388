// The search dialog over Pagefind's index, which is loaded when the dialog is first opened.
(function () {
  "use strict";

  const MOST = 12;
  const SECTIONS = 3;
  const dialog = document.getElementById("search-dialog");
  const input = document.getElementById("search-input");
  const status = document.getElementById("search-status");
  const results = document.getElementById("search-results");
  const bundle = new URL(dialog.dataset.bundle, location.href);
  let loading = null;
  let asked = 0;

  function load() {
    loading ??= import(bundle.href).then(async (pagefind) => {
      // Addresses in the index are relative to the root of the site, which need not be the root of the host.
      // What the words say weighs more than how often a page repeats them: tests/search/queries.yml.
      const ranking = { pageLength: 0.75, termFrequency: 0.3, termSimilarity: 2, termSaturation: 1.4 };
      await pagefind.options({ baseUrl: new URL("..", bundle).pathname, excerptLength: 18, ranking });
      await pagefind.init();
      return pagefind;
    });
    loading.catch(() => { loading = null; });
    return loading;
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.focus();
    input.select();
    if (location.protocol === "file:") say("Поиск работает на сайте. С диска его открыть нельзя: пользуйтесь меню и словарём.");
    else load().catch(absent);
  }

  function absent() {
    say("Поиск сейчас недоступен: нет указателя. Пользуйтесь меню и словарём.");
  }

  function say(words) {
    status.textContent = words;
  }

  function found(number) {
    const tens = number % 100;
    const ones = number % 10;
    if (tens > 10 && tens < 15) return `Найдено ${number} страниц.`;
    if (ones === 1) return `Найдена ${number} страница.`;
    return ones > 1 && ones < 5 ? `Найдено ${number} страницы.` : `Найдено ${number} страниц.`;
  }

  async function search() {
    const words = input.value.trim();
    const mine = ++asked;
    if (location.protocol === "file:") return;
    if (!words) {
      results.replaceChildren();
      say("Начните печатать: слово можно писать в любой форме.");
      return;
    }
    try {
      const pagefind = await load();
      const answer = await pagefind.debouncedSearch(words, {}, 120);
      if (!answer || mine !== asked) return;
      const near = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
      if (mine !== asked) return;
      const pages = near.filter((page) => fits(page, words));
      results.replaceChildren(...pages.map(pageItem));
      results.dataset.query = words;
      say(pages.length ? found(pages.length) : "Ничего не нашлось. Попробуйте другое слово или загляните в словарь.");
    } catch {
      if (mine === asked) absent();
    }
  }

  // For a word it does not know Pagefind offers whatever begins alike; only pages with the root of some word stay.
  function fits(page, words) {
    const roots = even(words).split(/[^a-zа-я0-9]+/).filter(Boolean).map((word) => word.slice(0, Math.max(2, Math.floor(word.length * 0.6))));
    const marks = [page, ...page.sub_results].flatMap((part) => [...part.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => even(match[1])));
    return !roots.length || marks.some((mark) => roots.some((root) => mark.includes(root)));
  }

  function even(words) {
    return words.toLowerCase().replaceAll("ё", "е");
  }

  function pageItem(page) {
    const item = document.createElement("li");
    const sections = page.sub_results.filter((section) => section.url !== page.url && !section.url.endsWith("#top")).slice(0, SECTIONS);
    item.append(link(page.url, page.meta.title, page.excerpt));
    if (sections.length) {
      const list = document.createElement("ul");
      for (const section of sections) {
        const row = document.createElement("li");
        row.append(link(section.url, section.title, section.excerpt));
        list.append(row);
      }
      item.append(list);
    }
    return item;
  }

  function link(url, title, excerpt) {
    const made = document.createElement("a");
    const name = document.createElement("strong");
    const words = document.createElement("small");
    made.href = url;
    name.textContent = title;
    words.append(...marked(excerpt));
    made.append(name, words);
    return made;
  }

  // The excerpt comes with <mark> around what was found; only that mark and plain words are taken over.
  function marked(excerpt) {
    const parsed = new DOMParser().parseFromString(excerpt, "text/html");
    return [...parsed.body.childNodes].map((node) => {
      if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    });
  }

  function move(event) {
    const links = [input, ...results.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      links[1]?.click();
    } else if (step) {
      event.preventDefault();
      const at = links.indexOf(document.activeElement);
      links[(at + step + links.length) % links.length].focus();
    }
  }

  function shortcut(event) {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const called = (plain && !typing && ["/", "s", "f", "ы", "а"].includes(event.key))
      || ((event.ctrlKey || event.metaKey) && event.code === "KeyK");
    if (!called || dialog.open) return;
    event.preventDefault();
    open();
  }

  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", open);
  }
  input.addEventListener("input", search);
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  results.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  addEventListener("keydown", shortcut);
})();
