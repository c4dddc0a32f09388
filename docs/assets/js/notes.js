// @ts-check
// Notes and cases beside a result: chosen by region, industry and direction. They add to the advice and never move it.
(function () {
  "use strict";

  /**
   * @typedef {{ id: string, kind: "note" | "case", title: string, about: string, url: string, draft: boolean,
   *   regions: string[], industries: string[], companies: string[], moves: string[],
   *   remind: string, due: string, gone: string }} Entry
   * @typedef {{ region?: string, industry?: string, company?: string }} Context
   */

  const site = /** @type {any} */ (globalThis).navigatorSite ??= {};
  const MOST = 3; // cases at once: a result is no library
  const FIELDS = /** @type {["region" | "industry" | "company", "regions" | "industries" | "companies"][]} */ (
    [["region", "regions"], ["industry", "industries"], ["company", "companies"]]);
  // Steps of a case that speak to a direction of participation.
  const MOVES = /** @type {Record<string, string[]>} */ ({
    reduce: ["reduce", "exit"], "re-entry": ["re-entry"], increase: ["increase"], hold: ["hold"],
  });
  const RANK = ["fresh", "soon", "overdue"];

  /** Whether an entry is about this region and industry: nothing it names may differ, something must agree. @param {Entry} entry @param {Context} context */
  function about(entry, context) {
    const named = FIELDS.filter(([key, field]) => context[key] && entry[field].length);
    return named.every(([key, field]) => entry[field].includes(/** @type {string} */ (context[key])))
      && named.some(([key]) => key !== "company");
  }

  /**
   * The entries that a result shows; long overdue ones are only counted, overdue ones come last.
   * @param {Entry[]} entries @param {Context} context @param {string | null} direction @param {string} [day]
   */
  function chosen(entries, context, direction, day = site.freshness.today()) {
    const age = (/** @type {Entry} */ entry) => site.freshness.state(entry, day);
    const moves = MOVES[direction || ""] || [];
    const fitting = entries.filter((entry) => about(entry, context) || (entry.kind === "case" && entry.moves.some((move) => moves.includes(move))));
    const live = fitting.filter((entry) => age(entry) !== "stale");
    const byAge = (/** @type {Entry[]} */ found) => found.sort((one, other) => Number(about(other, context)) - Number(about(one, context)) || RANK.indexOf(age(one)) - RANK.indexOf(age(other)));
    return {
      notes: byAge(live.filter((entry) => entry.kind === "note")),
      cases: byAge(live.filter((entry) => entry.kind === "case")).slice(0, MOST),
      left: fitting.filter((entry) => age(entry) === "stale"),
    };
  }

  /**
   * The block of its own below the advice.
   * @param {Entry[]} entries @param {Context} context @param {string | null} direction
   * @returns {HTMLElement}
   */
  function block(entries, context, direction) {
    const { h, counted } = site.dom;
    const found = chosen(entries, context, direction);
    const asked = Boolean(context.region || context.industry);
    const item = (/** @type {Entry} */ entry) => {
      const state = site.freshness.state(entry);
      return h("li", { "data-id": entry.id }, h("a", { href: entry.url }, entry.title), ". ",
        state !== "fresh" && [h("b.age-word", null, site.freshness.words[state]), " "],
        h("span.quiet", null, entry.draft ? "Черновик, не проверено экспертом. " : "", entry.about));
    };
    return h("section.notes", { "data-block": "notes" },
      h("h4", null, "Контекстные заметки и случаи"),
      h("p.quiet", null, "Они дополняют результат и не меняют порядка."),
      found.notes.length > 0 && h("ul", null, found.notes.map(item)),
      found.left.length > 0 && h("p", null, `Не показано, потому что давно не проверено: ${counted(found.left.length, ["запись", "записи", "записей"])}. `,
        h("a", { href: "../notes/" }, "Все заметки"), ", ", h("a", { href: "../cases/" }, "все случаи"), "."),
      !found.notes.length && !found.left.some((entry) => entry.kind === "note") && h("p", null, asked
        ? ["О выбранном регионе и отрасли заметок пока нет. ", h("a", { href: "../notes/#gaps" }, "Если вы знаете их, расскажите редакции"), "."]
        : ["Назовите регион и отрасль — здесь появятся заметки о них. ", h("a", { href: "../notes/" }, "Все заметки"), "."]),
      found.cases.length > 0 && [h("h5", null, "Случаи: так было у других, это не рецепты"), h("ul", null, found.cases.map(item))]);
  }

  site.notes = { about, chosen, block };
})();
