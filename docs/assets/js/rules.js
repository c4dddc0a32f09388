// @ts-check
// Marks the reader's own way: the address of the survey, handed over in the fragment, shows on the picture and the table.
(function () {
  "use strict";

  const note = /** @type {HTMLElement} */ (document.querySelector("[data-own-way]"));
  const WORDS = { answered: "Вы ответили.", silent: "Вас спросили бы, ответа нет.", passed: "К вам не относится." };

  /** Answers as the fragment spells them; whatever is not a name is left out. */
  function answers() {
    const found = /** @type {Record<string, string[]>} */ (Object.create(null));
    for (const pair of location.hash.slice(1, 4000).split("&")) {
      const [id, value = ""] = pair.split("=");
      if (/^[a-z][a-z0-9-]*$/.test(id) && /^[a-z0-9,-]+$/.test(value)) found[id] = value.split(",");
    }
    return found;
  }

  function mark() {
    if (location.hash && !location.hash.includes("=")) return; // a place on the page
    const given = answers();
    const rows = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-way-row]"))];
    const known = rows.some((row) => given[row.dataset.wayRow || ""]);
    const tree = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("tree-logic")).textContent || "");
    const { engine } = globalThis.navigatorSite;
    const state = engine.replay(engine.treeOf(tree), given);
    for (const row of rows) {
      const id = row.dataset.wayRow || "";
      const way = !known ? "" : state.given.has(id) ? "answered" : state.asked.includes(id) ? "silent" : "passed";
      row.dataset.way = way;
      const said = /** @type {HTMLElement} */ (row.querySelector("[data-way-note]"));
      said.hidden = !way;
      said.textContent = way ? WORDS[/** @type {keyof typeof WORDS} */ (way)] : "";
      for (const option of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-option]"))) {
        option.toggleAttribute("data-chosen", state.given.get(id)?.includes(option.dataset.option) ?? false);
      }
      for (const node of document.querySelectorAll(`.drawn [data-way="${id}"]`)) node.setAttribute("data-state", way);
    }
    note.hidden = !known;
    note.textContent = known ? "Отмечен ваш путь: закрашены вопросы, на которые вы ответили, бледны те, что к вам не относятся." : "";
  }

  addEventListener("hashchange", mark);
  mark();
})();
