// @ts-check
// The advice as `scripts/advise.py --json` prints it: what the two engines are compared by. No page loads this.
(function () {
  "use strict";

  /**
   * @typedef {import("./engine.js").Advice} Advice
   * @typedef {import("./engine.js").Because} Because
   * @typedef {import("./engine.js").Way} Way
   * @typedef {import("./engine.js").Step} Step
   */

  /**
   * The advice as plain values.
   * @param {Advice} advice
   */
  function asData(advice) {
    const pair = (/** @type {[string, string]} */ [question, option]) => ({ question, option });
    const reason = (/** @type {Because} */ one) => ({
      question: one.question, option: one.option, reason: one.reason, points: one.points, source: one.source,
      ...(one.also.length ? { also: one.also.map(pair) } : {}),
    });
    const way = (/** @type {Way} */ one) => ({
      id: one.id, for: one.for.map(reason), against: one.against.map(reason), score: one.score,
      veto: one.vetoes.length > 0, changes: one.changes,
    });
    const { modes, state } = advice;
    const texts = (/** @type {Step[]} */ steps) => steps.map((step) => step.text);
    return {
      version: advice.version, survey: advice.survey, stage: advice.stage, direction: advice.direction, gate: advice.gate,
      recommendations: advice.recommendations.map((one) => ({ ...one, because: one.because.map(reason), closed: one.closed.map(reason) })),
      modes: { first: modes.first.map(way), compare: modes.compare.map(way), not_now: modes.not_now.map(way), neutral: modes.neutral.map(way) },
      flags: advice.flags.map(({ flag, because: found }) => ({
        id: flag.id, next_step: flag.next_step, title: flag.title, text: flag.text, gate: Boolean(flag.gate),
        recommendation: flag.recommendation, because: found.map(pair),
      })),
      paused: advice.paused, asked: state.asked, dropped: state.dropped, plan: texts(advice.plan), trial: texts(advice.trial),
      pause: texts(advice.pause), month: advice.month, unnamed: advice.unnamed, left: advice.left,
    };
  }

  const site = (globalThis.navigatorSite ??= {});
  site.engine.asData = asData;
})();
