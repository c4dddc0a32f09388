// @ts-check
/**
 * Advice from answers: the same as scripts/navigator/tree, rule for rule. Knows neither the page nor the storage.
 *
 * @typedef {Record<string, any>} Condition - `all`, `any`, `not` or `question: [options]`.
 * @typedef {{ recommendations?: Record<string, number>, families?: Record<string, number>, veto?: string[],
 *   reason: string, mark: number }} Effect
 * @typedef {{ id: string, exclusive?: boolean, stage?: string, direction?: string, work?: string,
 *   work_from?: string[], effects: Effect[] }} Option
 * @typedef {{ id: string, survey: "short" | "full", when?: Condition, multiple?: boolean, changeable?: boolean,
 *   change?: string, unanswered?: Effect[], options: Option[] }} Question
 * @typedef {{ id: string, gate?: boolean, pause?: boolean, when: Condition, title: string, text: string, mark: number,
 *   next_step: string, next_mark: number, recommendation: string, veto?: string[], lift?: string }} Flag
 * @typedef {{ text: string, mark: number, when?: Condition }} Step
 * @typedef {{ version: string, questions: Question[], combinations: { id: string, when: Condition, effects: Effect[] }[],
 *   flags: Flag[], recommendations: string[], families: string[], items: Record<string, string[]>,
 *   base: Record<string, number>, ties: string[],
 *   held: { recommendation: string, within: number, when: Condition }[],
 *   thresholds: { front: number, gap: number, most: number, compare: number, not_now: number },
 *   plan: Step[], trial: Step[], pause: Step[] }} Data
 * @typedef {{ data: Data, byId: Map<string, Question>, options: Map<string, Map<string, Option>>,
 *   needs: Map<string, string[]> }} Tree
 * @typedef {Map<string, string[]>} Given - Options by question, as they stand.
 * @typedef {{ given: Given, asked: string[], dropped: string[] }} State
 * @typedef {{ question: string, option: string | null, reason: string, points: number, source: string,
 *   also: [string, string][], mark: number }} Because
 * @typedef {{ id: string, rank: number, priority: boolean, score: number, because: Because[], closed: Because[],
 *   held: boolean }} Placed
 * @typedef {{ question: string, option: string | null, reason: string, change: string, veto: boolean }} Change
 * @typedef {{ id: string, score: number, for: Because[], against: Because[], vetoes: Because[], changes: Change[] }} Way
 * @typedef {{ first: Way[], compare: Way[], not_now: Way[], neutral: Way[] }} Modes
 * @typedef {{ flag: Flag, because: [string, string][] }} Raised
 * @typedef {{ version: string, survey: string, stage: string | null, direction: string | null, gate: string | null,
 *   paused: boolean, recommendations: Placed[], modes: Modes, flags: Raised[], plan: Step[], trial: Step[],
 *   pause: Step[], month: string[], unnamed: string | null, state: State,
 *   left: { short: number, full: number } }} Advice
 * @typedef {{ question: string, option: string, work: string }} Work
 */
(function () {
  "use strict";

  const DONT_KNOW = "dont-know";
  const SKIP = "skip";
  const ENOUGH = 2; // families in front or to compare
  const MOST = 2; // answers that work may change

  /**
   * The data with what is looked up often.
   * @param {Data} data
   * @returns {Tree}
   */
  function treeOf(data) {
    const byId = new Map(data.questions.map((one) => [one.id, one]));
    const options = new Map(data.questions.map((one) => [one.id, new Map(one.options.map((option) => [option.id, option]))]));
    const needs = new Map(data.questions.map((one) => [one.id, leaves(one.when)]));
    return { data, byId, options, needs };
  }

  /**
   * @param {Condition | undefined} condition
   * @param {Given} given
   * @returns {boolean}
   */
  function holds(condition, given) {
    return !condition || Object.keys(condition).every((key) => {
      const part = condition[key];
      if (key === "all") return part.every((/** @type {Condition} */ one) => holds(one, given));
      if (key === "any") return part.some((/** @type {Condition} */ one) => holds(one, given));
      if (key === "not") return !holds(part, given);
      const answer = given.get(key);
      return answer !== undefined && answer.some((one) => part.includes(one));
    });
  }

  /**
   * The questions that a condition looks at.
   * @param {Condition | undefined} condition
   * @returns {string[]}
   */
  function leaves(condition) {
    if (!condition) return [];
    return Object.keys(condition).flatMap((key) => {
      if (key === "all" || key === "any") return condition[key].flatMap(leaves);
      return key === "not" ? leaves(condition.not) : [key];
    });
  }

  /**
   * The answers that make a condition hold; what stands under `not` makes nothing hold.
   * @param {Condition} condition
   * @param {Given} given
   * @returns {[string, string][]}
   */
  function witnesses(condition, given) {
    return Object.keys(condition).flatMap((key) => {
      if (key === "not") return [];
      if (key === "all" || key === "any") {
        return condition[key].flatMap((/** @type {Condition} */ part) => (holds(part, given) ? witnesses(part, given) : []));
      }
      const options = given.get(key) || [];
      return options.filter((one) => condition[key].includes(one)).map((one) => /** @type {[string, string]} */ ([key, one]));
    });
  }

  /**
   * The state that the answers lead to; conditions look at earlier questions only, so one walk is the fixpoint.
   * @param {Tree} tree
   * @param {Record<string, unknown>} answers
   * @returns {State}
   */
  function replay(tree, answers) {
    const state = { given: new Map(), asked: /** @type {string[]} */ ([]), dropped: /** @type {string[]} */ ([]) };
    for (const question of tree.data.questions) {
      const answered = Object.hasOwn(answers, question.id);
      if (!holds(question.when, state.given)) {
        if (answered) state.dropped.push(question.id);
        continue;
      }
      state.asked.push(question.id);
      if (!answered) continue;
      const [kept, sound] = keptOf(tree, question, answers[question.id]);
      if (kept.length) state.given.set(question.id, kept);
      if (!sound) state.dropped.push(question.id);
    }
    state.dropped.push(...Object.keys(answers).filter((id) => !tree.byId.has(id)).sort());
    return state;
  }

  /**
   * What stands of an answer, and whether all of it does.
   * @param {Tree} tree
   * @param {Question} question
   * @param {unknown} answer
   * @returns {[string[], boolean]}
   */
  function keptOf(tree, question, answer) {
    const options = typeof answer === "string" ? [answer] : answer;
    if (!Array.isArray(options)) return [[], false];
    if (!options.length || (options.length === 1 && options[0] === SKIP)) return [[], true];
    if (options.length === 1 && options[0] === DONT_KNOW) return [[DONT_KNOW], true];
    const chosen = new Set(options.filter((one) => typeof one === "string"));
    const known = question.options.filter((one) => chosen.has(one.id));
    if (options.length > 1 && (!question.multiple || known.some((one) => one.exclusive))) return [[], false];
    return [known.map((one) => one.id), known.length === chosen.size && chosen.size === options.length];
  }

  /**
   * How many questions are left at most, in the short survey and in the full one.
   * @param {Tree} tree
   * @param {State} state
   */
  function left(tree, { given, asked }) {
    const open = tree.data.questions.filter(({ id }) => !given.has(id) && (asked.includes(id)
      || (tree.needs.get(id) || []).some((need) => !given.has(need) && asked.includes(need))));
    return { short: open.filter((one) => one.survey === "short").length, full: open.length };
  }

  /**
   * Every effect that the answers bring about, with its record and the answers it rests on.
   * @param {Tree} tree
   * @param {State} state
   * @returns {[Effect, string, [string, string | null][]][]}
   */
  function spokenOf(tree, { given, asked }) {
    /** @type {[Effect, string, [string, string | null][]][]} */
    const spoken = [];
    for (const id of asked) {
      const chosen = given.get(id) || [DONT_KNOW];
      const silent = chosen[0] === DONT_KNOW;
      for (const option of chosen) {
        const effects = silent ? tree.byId.get(id)?.unanswered || [] : tree.options.get(id)?.get(option)?.effects || [];
        for (const effect of effects) spoken.push([effect, id, [[id, silent ? null : option]]]);
      }
    }
    for (const one of tree.data.combinations) {
      if (!holds(one.when, given)) continue;
      for (const effect of one.effects) spoken.push([effect, one.id, witnesses(one.when, given)]);
    }
    return spoken;
  }

  /**
   * @param {Effect} effect
   * @param {number} points
   * @param {string} source
   * @param {[string, string | null][]} answers
   * @returns {Because}
   */
  function because(effect, points, source, [[question, option], ...also]) {
    const further = /** @type {[string, string][]} */ (also.filter((one) => one[1] !== null));
    return { question, option: option === DONT_KNOW ? null : option, reason: effect.reason, points, source, also: further, mark: effect.mark };
  }

  /** What speaks for, the strongest first. @param {Because[]} reasons */
  function strongest(reasons) {
    return reasons.filter((one) => one.points > 0).sort((a, b) => b.points - a.points);
  }

  /** @param {Because[]} reasons */
  function sum(reasons) {
    return reasons.reduce((points, one) => points + one.points, 0);
  }

  /**
   * All recommendations in order; without answers the article's order, and nothing is a priority.
   * @param {Tree} tree
   * @param {State} state
   * @param {ReturnType<typeof spokenOf>} spoken
   * @returns {Placed[]}
   */
  function placedOf(tree, { given }, spoken) {
    const { recommendations, base, ties, held } = tree.data;
    const reasons = new Map(recommendations.map((id) => [id, /** @type {Because[]} */ ([])]));
    for (const [effect, source, answers] of spoken) {
      for (const [id, points] of Object.entries(effect.recommendations || {})) reasons.get(id)?.push(because(effect, points, source, answers));
    }
    const of = (/** @type {string} */ id) => reasons.get(id) || [];
    const scores = new Map(recommendations.map((id) => [id, (base[id] || 0) + sum(of(id))]));
    const order = [...recommendations];
    const lifted = new Set();
    if (given.size) {
      order.sort((a, b) => (scores.get(b) || 0) - (scores.get(a) || 0) || ties.indexOf(a) - ties.indexOf(b));
      for (const hold of held) {
        const at = order.indexOf(hold.recommendation);
        if (at < hold.within || !holds(hold.when, given)) continue;
        order.splice(hold.within - 1, 0, ...order.splice(at, 1));
        lifted.add(hold.recommendation);
      }
    }
    return order.map((id, at) => ({
      id, rank: at + 1, priority: given.size > 0 && at < 3, score: scores.get(id) || 0, because: strongest(of(id)),
      closed: given.size ? of(id).filter((one) => one.points <= 0) : [], held: lifted.has(id),
    }));
  }

  /**
   * Every family with what speaks for and against it.
   * @param {Tree} tree
   * @param {State} state
   * @param {ReturnType<typeof spokenOf>} spoken
   * @param {Flag[]} raised
   * @returns {Way[]}
   */
  function waysOf(tree, { given }, spoken, raised) {
    const reasons = new Map(tree.data.families.map((id) => [id, /** @type {Because[]} */ ([])]));
    const vetoes = new Map(tree.data.families.map((id) => [id, /** @type {Because[]} */ ([])]));
    const lifts = new Map(tree.data.families.map((id) => [id, /** @type {Change[]} */ ([])]));
    const change = (/** @type {Because} */ { question, option, reason }, /** @type {boolean} */ veto) =>
      ({ question, option, reason, change: tree.byId.get(question)?.change || reason, veto });
    for (const [effect, source, answers] of spoken) {
      for (const [id, points] of Object.entries(effect.families || {})) reasons.get(id)?.push(because(effect, points, source, answers));
      for (const id of effect.veto || []) {
        const veto = because(effect, 0, source, answers);
        vetoes.get(id)?.push(veto);
        lifts.get(id)?.push(change(veto, true));
      }
    }
    for (const flag of raised) {
      for (const id of flag.veto || []) {
        const [question, found] = witnesses(flag.when, given)[0];
        const option = found === DONT_KNOW ? null : found;
        vetoes.get(id)?.push({ question, option, reason: flag.text, points: 0, source: flag.id, also: [], mark: flag.mark });
        lifts.get(id)?.push({ question, option, reason: flag.text, change: flag.lift || flag.next_step, veto: true });
      }
    }
    return tree.data.families.map((id) => {
      const all = reasons.get(id) || [];
      const against = all.filter((one) => one.points < 0).sort((a, b) => a.points - b.points);
      const forbidden = vetoes.get(id) || [];
      const changes = lifts.get(id) || [];
      return { id, score: sum(all), for: strongest(all), against: [...forbidden, ...against], vetoes: forbidden,
        changes: changes.length ? changes : against.slice(0, 1).map((one) => change(one, false)) };
    });
  }

  /**
   * All families, each in one place; something can always be compared.
   * @param {Tree} tree
   * @param {State} state
   * @param {ReturnType<typeof spokenOf>} spoken
   * @param {Flag[]} raised
   * @param {boolean} paused
   * @returns {Modes}
   */
  function modesOf(tree, state, spoken, raised, paused) {
    const ways = waysOf(tree, state, spoken, raised);
    const limits = tree.data.thresholds;
    if (!state.given.size) return { first: [], compare: ways, not_now: [], neutral: [] };
    const order = [...ways].sort((a, b) => b.score - a.score);
    const free = order.filter((way) => !way.vetoes.length);
    const best = free.length ? free[0].score : 0;
    const first = paused ? [] : free.filter((way) => way.score >= Math.max(limits.front, best - limits.gap)).slice(0, limits.most);
    /** @type {Modes} */
    const modes = { first, compare: [], not_now: [], neutral: [] };
    for (const way of order) {
      if (first.includes(way)) continue;
      if (way.vetoes.length || way.score <= limits.not_now) modes.not_now.push(way);
      else (way.score >= limits.compare ? modes.compare : modes.neutral).push(way);
    }
    modes.compare.push(...modes.neutral.splice(0, Math.max(0, ENOUGH - first.length - modes.compare.length)));
    return modes;
  }

  /**
   * The stage or direction that the answers point to; the latest question decides.
   * @param {Tree} tree
   * @param {State} state
   * @param {"stage" | "direction"} what
   */
  function pointed(tree, { given, asked }, what) {
    let found = null;
    for (const id of asked) {
      for (const option of given.get(id) || []) found = tree.options.get(id)?.get(option)?.[what] || found;
    }
    return found;
  }

  /**
   * The advice for the answers; any subset of answers, and any nonsense among them, gives a sound one.
   * @param {Tree} tree
   * @param {Record<string, unknown>} answers
   * @returns {Advice}
   */
  function advise(tree, answers) {
    const { data } = tree;
    const state = replay(tree, answers);
    const { given } = state;
    const spoken = spokenOf(tree, state);
    const raised = data.flags.filter((flag) => holds(flag.when, given));
    const paused = raised.some((flag) => flag.pause);
    const recommendations = placedOf(tree, state, spoken);
    const modes = modesOf(tree, state, spoken, raised, paused);
    const named = given.get("considered-modes") || [];
    const steps = (/** @type {Step[]} */ all) => (given.size ? all.filter((step) => holds(step.when, given)) : []);
    return {
      version: data.version,
      survey: [...given.keys()].some((id) => tree.byId.get(id)?.survey === "full") ? "full" : "short",
      stage: pointed(tree, state, "stage"), direction: pointed(tree, state, "direction"),
      gate: raised.find((flag) => flag.gate)?.id ?? null, paused, recommendations, modes,
      flags: raised.map((flag) => ({ flag, because: witnesses(flag.when, given) })),
      plan: steps(data.plan), trial: steps(data.trial), pause: paused ? data.pause : [],
      month: recommendations.filter((one) => one.priority && data.items[one.id]?.length).map((one) => data.items[one.id][0]),
      unnamed: (named.length && [...modes.first, ...modes.compare].find((way) => !named.includes(way.id))?.id) || null,
      state, left: left(tree, state),
    };
  }

  /**
   * Every answer that work leads to from where the company stands; never a step back.
   * @param {Tree} tree
   * @param {State} state
   * @returns {Work[]}
   */
  function possible(tree, { given, asked }) {
    return asked.flatMap((id) => {
      const question = tree.byId.get(id);
      const now = given.get(id) || [DONT_KNOW];
      if (!question?.changeable) return [];
      return question.options.filter((option) => option.work !== undefined && !now.includes(option.id)
        && (!option.work_from || now.some((one) => one === DONT_KNOW || option.work_from?.includes(one))))
        .map((option) => ({ question: id, option: option.id, work: option.work || "" }));
    });
  }

  /**
   * The least work after which the goal holds: at most two answers; null where more would have to change.
   * @param {Tree} tree
   * @param {Record<string, unknown>} answers
   * @param {(advice: Advice) => boolean} goal
   * @returns {Work[] | null}
   */
  function workFor(tree, answers, goal) {
    const now = advise(tree, answers);
    if (goal(now)) return [];
    const works = possible(tree, now.state);
    const reached = (/** @type {Work[]} */ done) => goal(advise(tree, after(tree, now.state, done)));
    for (const one of works) if (reached([one])) return [one];
    for (const [at, one] of works.entries()) {
      for (const other of works.slice(at + 1)) {
        if (one.question !== other.question && MOST > 1 && reached([one, other])) return [one, other];
      }
    }
    return null;
  }

  /**
   * The answers once the work is done; where several may be chosen, one more is.
   * @param {Tree} tree
   * @param {State} state
   * @param {Work[]} done
   */
  function after(tree, { given }, done) {
    /** @type {Record<string, string[]>} */
    const changed = Object.fromEntries(given);
    for (const { question, option } of done) {
      const known = tree.options.get(question);
      const kept = tree.byId.get(question)?.multiple ? (given.get(question) || []).filter((id) => known?.get(id) && !known.get(id)?.exclusive) : [];
      changed[question] = [...kept, option];
    }
    return changed;
  }

  const site = (globalThis.navigatorSite ??= {});
  site.engine = { DONT_KNOW, SKIP, treeOf, holds, replay, left, advise, workFor };
})();
