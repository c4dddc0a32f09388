// @ts-check
// The road by stage: what comes first, what next, when the stage is passed and what follows it.
/**
 * @typedef {[string | (string | string[])[], number]} Line - Words, a recommendation named by its id among them, and a mark.
 * @typedef {{ head: string, lines: Line[] }} Leg
 */
(function () {
  "use strict";

  /**
   * The legs of the road in order; none where the answers do not tell the stage.
   * @param {any} data - Stages with their first steps.
   * @param {import("./engine.js").Advice} advice
   * @returns {Leg[]}
   */
  function steps({ stages }, { stage, flags, recommendations, paused }) {
    const at = stages.findIndex((/** @type {any} */ one) => one.id === stage);
    if (at < 0) return [];
    const [now, after] = stages.slice(at, at + 2);
    const place = (/** @type {any[]} */ [parts]) => Math.min(9, ...parts.filter(Array.isArray).map((/** @type {string[]} */ [id]) => recommendations.findIndex((one) => one.id === id)));
    return [
      { head: `Сначала — ${flags.some(({ flag }) => flag.gate) ? "следующий шаг из рамки и " : ""}три дела на этот месяц: они выше.`, lines: [] },
      { head: `Затем — шаги стадии «${now.title}»${paused ? " на других рынках" : ""}, в порядке ваших приоритетов:`, lines: [...now.first].sort((one, other) => place(one) - place(other)) },
      { head: "Когда стадия пройдена:", lines: now.next },
      ...after ? [{ head: `Потом — стадия «${after.title}». С чего она начнётся:`, lines: after.first.slice(0, 1) }] : [],
    ];
  }

  const site = /** @type {any} */ (globalThis).navigatorSite ??= {};
  site.route = { steps };
})();
