// @ts-check
// Marks the reader's own way: the address of the survey, handed over in the fragment, shows on the picture and the table.
(function () {
  "use strict";

  const { engine } = globalThis.navigatorSite;
  const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("tree-logic")).textContent || "");
  const tree = engine.treeOf(data);
  const note = /** @type {HTMLElement} */ (document.querySelector("[data-own-way]"));
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-way-row]")]);

  /** @typedef {"answered" | "silent" | "passed"} Way */

  /** Answers as the fragment spells them; whatever is not a name is left out. */
  function answers() {
    const found = /** @type {Record<string, string[]>} */ (Object.create(null));
    for (const pair of location.hash.slice(1, 4000).split("&")) {
      const [id, value = ""] = pair.split("=");
      if (tree.byId.has(id) && /^[a-z0-9,-]+$/.test(value)) found[id] = value.split(",");
    }
    return found;
  }

  /** @param {Element} row @param {string} words */
  function tell(row, words) {
    const said = /** @type {HTMLElement} */ (row.querySelector("[data-way-note]"));
    said.hidden = !words;
    said.textContent = words;
  }

  /** @param {string} id @param {Way | ""} way */
  function draw(id, way) {
    for (const node of document.querySelectorAll(`.drawn [data-way="${id}"]`)) {
      node.setAttribute("data-state", way);
      const link = /** @type {Element} */ (node.querySelector("a"));
      const name = (link.getAttribute("aria-label") || "").split(" — ")[0];
      const said = { answered: "вы ответили", silent: "нет ответа", passed: "к вам не относится", "": "" }[way];
      link.setAttribute("aria-label", said ? `${name} — ${said}` : name);
    }
  }

  /** @param {Record<Way, number>} count @param {number} raised */
  function legend(count, raised) {
    const lines = [
      ["answered", `вы ответили: ${count.answered}`],
      ["silent", `нет ответа: ${count.silent}`],
      ["passed", `к вам не относится: ${count.passed}`],
      ["raised", `появились предупреждения и ворота: ${raised}`],
    ];
    const list = document.createElement("ul");
    list.className = "tree-key";
    for (const [kind, words] of lines) {
      const line = document.createElement("li");
      const key = document.createElement("span");
      key.className = `key key-${kind}`;
      key.setAttribute("aria-hidden", "true");
      line.append(key, " ", words);
      list.append(line);
    }
    const title = document.createElement("p");
    title.textContent = "Отмечен ваш путь на схеме и в таблице:";
    const back = document.createElement("a");
    back.href = `../${location.hash.replace(/&view=[a-z]*/g, "")}&view=result`;
    back.textContent = "Вернуться к результату";
    note.replaceChildren(title, list, back);
  }

  function mark() {
    if (location.hash && !location.hash.includes("=")) return; // a place on the page
    const given = answers();
    const known = Object.keys(given).length > 0;
    const state = engine.replay(tree, given);
    const count = { answered: 0, silent: 0, passed: 0 };
    for (const row of rows) {
      const id = row.dataset.wayRow || "";
      /** @type {Way} */
      const way = state.given.has(id) ? "answered" : state.asked.includes(id) ? "silent" : "passed";
      count[way] += 1;
      const silent = row.dataset.survey === "full" ? "Ответа нет: это вопрос полного опроса." : "Вас спросили бы, ответа нет.";
      row.dataset.way = known ? way : "";
      tell(row, known ? { answered: "Вы ответили.", silent, passed: "К вам не относится." }[way] : "");
      for (const option of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-option]"))) {
        option.toggleAttribute("data-chosen", state.given.get(id)?.includes(option.dataset.option || "") ?? false);
      }
      draw(id, known ? way : "");
    }
    let raised = 0;
    for (const [id, when] of Object.entries(data.raised)) {
      const up = known && engine.holds(when, state.given);
      if (up) raised += 1;
      tell(/** @type {Element} */ (document.querySelector(`[data-raised-row="${id}"]`)), up ? "По вашим ответам появилось." : "");
      for (const chip of document.querySelectorAll(`.drawn [data-flag="${id}"]`)) chip.toggleAttribute("data-raised", up);
    }
    for (const [id, when] of Object.entries(data.together)) {
      const met = known && engine.holds(when, state.given);
      const row = /** @type {HTMLElement} */ (document.querySelector(`[data-together-row="${id}"]`));
      tell(row, met ? "У вас так." : "");
      row.toggleAttribute("data-met", met);
    }
    note.hidden = !known;
    if (known) legend(count, raised);
    else note.replaceChildren();
  }

  addEventListener("hashchange", mark);
  mark();
})();
