// @ts-check
// Saved passes: on this device only, on request only. One button deletes everything that the site keeps here.
(function () {
  "use strict";

  const site = (globalThis.navigatorSite ??= {});
  const { engine } = site;
  const { h, dayWords, today } = site.dom;
  const KEY = "navigator.passes";
  const TICKS = "navigator.checklists"; // checklist.js keeps its ticks here
  const MOST = 50;
  const BLOCKED = "Браузер не даёт хранить на этом устройстве: сохраните ссылку или файл.";
  /** @typedef {{ id: string, name: string, day: string, answers: Record<string, string[]>, context?: Record<string, string>, rules: string, result: any }} Pass */
  /** @type {{ box: HTMLElement, context: any } | null} */
  let shown = null;
  /** @type {string[]} */
  let picked = [];

  /** @param {string} key @param {any} none */
  function stored(key, none) {
    try {
      return JSON.parse(localStorage.getItem(key) || "null") || none;
    } catch {
      return none;
    }
  }

  /** Whether it is kept now. @param {string} key @param {any} value */
  function store(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** The saved passes, the newest first; what is spoilt is left out. @returns {Pass[]} */
  function passes() {
    const kept = stored(KEY, {}).passes;
    return Array.isArray(kept) ? kept.filter((one) => one && typeof one.name === "string" && /^\d{4}-\d\d-\d\d$/.test(one.day)
      && one.answers && typeof one.answers === "object" && Array.isArray(one.result?.points)) : [];
  }

  /** @param {string} id @param {import("./engine.js").Because} reason @returns {[string, import("./engine.js").Because]} */
  const pairOf = (id, reason) => [id, reason];

  /** Rules that give no points, by what they are called. @type {Record<string, string>} */
  const OTHER_RULES = { thresholds: "пороги для групп способов", ties: "места при равных баллах", held: "правила о месте рекомендаций", flags: "условия предупреждений" };

  /** A digest of each, to see later whether it changed. @param {any} tree */
  const digests = (tree) => Object.fromEntries(Object.keys(OTHER_RULES).map((one) => [one, JSON.stringify(one === "flags" ? tree.data.flags.map((/** @type {any} */ { id, when, veto }) => [id, when, veto]) : tree.data[one])]));

  /**
   * What a pass remembers of its result: enough to say later what is different and which rule did it.
   * @param {import("./engine.js").Advice} advice
   */
  function summary(advice) {
    const ids = (/** @type {{ id: string }[]} */ all) => all.map((one) => one.id);
    const { modes } = advice;
    /** @type {[string, import("./engine.js").Because][]} */
    const points = [...advice.recommendations.flatMap((one) => [...one.because, ...one.closed].map((reason) => pairOf(one.id, reason))),
      ...[...modes.first, ...modes.compare, ...modes.not_now, ...modes.neutral].flatMap((one) => [...one.for, ...one.against].map((reason) => pairOf(one.id, reason)))];
    return { three: ids(advice.recommendations.filter((one) => one.priority)), first: ids(modes.first), compare: ids(modes.compare),
      flags: advice.flags.map(({ flag }) => flag.id), stage: advice.stage,
      points: points.map(([id, one]) => [id, one.source, one.question, one.option, one.points]) };
  }

  /** The parts of two results that differ, in words. @param {any} data @param {any} one @param {any} other @returns {[string, string, string][]} */
  function differences(data, one, other) {
    const short = (/** @type {string} */ id) => data.recommendations[id]?.short || id;
    const family = (/** @type {string} */ id) => data.families[id]?.title || id;
    const flag = (/** @type {string} */ id) => data.tree.flags.find((/** @type {any} */ some) => some.id === id)?.title || id;
    const stage = (/** @type {string} */ id) => data.stages.find((/** @type {any} */ some) => some.id === id)?.title || "—";
    const row = (/** @type {string} */ words, /** @type {string} */ key, /** @type {(id: string) => string} */ name) =>
      /** @type {[string, string, string]} */ ([words, ...[one, other].map((result) => [result[key]].flat().filter(Boolean).map(name).join("; ") || "—")]);
    return [row("Стадия", "stage", stage), row("Что важнее всего", "three", short), row("В первую очередь", "first", family), row("Сравнить", "compare", family), row("Предупреждения", "flags", flag)]
      .filter(([, left, right]) => left !== right);
  }

  /** Which rules changed between a saved result and the same answers now. @param {any} context @param {any} before @param {any} now */
  function changedRules(context, before, now) {
    const key = (/** @type {any[]} */ row) => row.slice(0, 4).join("|");
    const sums = (/** @type {any} */ result) => result.points.reduce((/** @type {Map<string, any[]>} */ all, /** @type {any[]} */ row) => {
      const old = all.get(key(row));
      return all.set(key(row), old ? [...row.slice(0, 4), old[4] + row[4]] : row);
    }, new Map());
    const [old, fresh] = [sums(before), sums(now)];
    const rows = [...new Set([...old.keys(), ...fresh.keys()])].filter((one) => old.get(one)?.[4] !== fresh.get(one)?.[4]);
    const name = (/** @type {string} */ id) => context.data.recommendations[id]?.short || context.data.families[id]?.title || id;
    const others = Object.keys(OTHER_RULES).filter((one) => before.digests && before.digests[one] !== now.digests[one]).map((one) => `изменились ${OTHER_RULES[one]}`);
    return others.concat(rows.map((one) => {
      const [id, source, question, option] = old.get(one) || fresh.get(one);
      const points = (/** @type {any[] | undefined} */ row) => (row ? String(row[4]) : "нет");
      const where = context.tree.byId.has(source) ? `ответ «${context.answer(question, option)}» на вопрос «${context.asked(question)}»` : `сочетание ответов (${source})`;
      return `${name(id)}: ${where} — было ${points(old.get(one))}, стало ${points(fresh.get(one))}`;
    }));
  }

  /** What is different in a pass since the rules changed. @param {any} context @param {Pass} pass */
  function aged(context, pass) {
    const now = { ...summary(engine.advise(context.tree, pass.answers)), digests: digests(context.tree) };
    const rules = changedRules(context, pass.result, now);
    const rows = differences(context.data, pass.result, now);
    if (!rules.length && !rows.length) return null;
    return h("details", null, h("summary", null, rows.length ? "Правила изменились: совет теперь другой" : "Правила изменились, совет тот же"),
      rows.length > 0 && table([["", `Было (${dayWords(pass.day)})`, "Сейчас"], ...rows]), rules.length > 0 && h("ul", null, rules.map((line) => h("li", null, line))));
  }

  /** @param {string[][]} rows */
  function table([head, ...rows]) {
    return h("div.scroll", { tabindex: 0, role: "region", "aria-label": "Сравнение" }, h("table.pair", null, h("thead", null, h("tr", null, head.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", null, rows.map(([first, ...cells]) => h("tr", null, h("th", { scope: "row" }, first), cells.map((cell) => h("td", null, cell)))))));
  }

  /** Two passes side by side: the answers and the parts of the result that differ. @param {any} context @param {Pass[]} two */
  function pair(context, [one, other]) {
    const words = (/** @type {Pass} */ pass, /** @type {string} */ id) => (pass.answers[id] || []).map((option) => context.answer(id, option)).join("; ") || "—";
    const answers = context.tree.data.questions.map((/** @type {{ id: string }} */ { id }) => [context.asked(id), words(one, id), words(other, id)]).filter((/** @type {string[]} */ [, left, right]) => left !== right);
    const rows = differences(context.data, one.result, other.result);
    return h("div", { "data-pair": "" }, h("h4", null, "Что различается"),
      answers.length || rows.length ? table([["", one.name, other.name], ...rows, ...answers]) : h("p", null, "Ответы и совет одинаковы."));
  }

  /** The list of passes with what can be done to them. @param {HTMLElement} box @param {any} context */
  function drawList(box, context) {
    shown = { box, context };
    const all = passes();
    picked = picked.filter((id) => all.some((one) => one.id === id)).slice(-2);
    const two = picked.map((id) => /** @type {Pass} */ (all.find((one) => one.id === id)));
    const again = () => drawList(box, context);
    box.replaceChildren(...[
      all.length > 0 && h("h3", null, "Сохранённые результаты"),
      all.length > 0 && h("ul.passes", null, all.map((one) => h("li", null,
        h("p", null, h("span", null, h("strong", null, one.name), `, ${dayWords(one.day)}`), " ",
          h("button", { type: "button", onclick: () => context.go({ answers: one.answers, context: one.context || {}, view: "result" }) }, "Открыть", h("span.vh", null, ` «${one.name}»`)), " ",
          h("button.plain", { type: "button", onclick: () => { store(KEY, { v: 1, passes: passes().filter((other) => other.id !== one.id) }); again(); context.say(`Результат «${one.name}» удалён.`); } }, "Удалить", h("span.vh", null, ` «${one.name}»`)),
          all.length > 1 && h("label.pick", null, h("input", { type: "checkbox", checked: picked.includes(one.id), onchange: (/** @type {any} */ event) => { picked = picked.filter((id) => id !== one.id); if (event.target.checked) picked.push(one.id); again(); } }), " сравнить", h("span.vh", null, ` «${one.name}»`))),
        aged(context, one)))),
      two.length === 2 && pair(context, two),
      keeps() && wipe(context, again),
    ].filter(Boolean));
  }

  /** Whether the site keeps anything here. */
  function keeps() {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith("navigator."));
    } catch {
      return false;
    }
  }

  /** Deletes in two steps: the second one says what goes. @param {any} context @param {() => void} again */
  function wipe(context, again) {
    const button = h("button.plain", { type: "button", onclick: () => {
      if (!button.dataset.sure) {
        button.dataset.sure = "1";
        button.textContent = "Точно удалить? Пропадут результаты, отметки чек-листов и выбор оформления";
        return;
      }
      for (const key of Object.keys(localStorage)) if (key.startsWith("navigator.")) localStorage.removeItem(key);
      again();
      context.say("Всё, что сайт хранил на этом устройстве, удалено.");
    } }, "Удалить всё, что сайт хранит на этом устройстве");
    return h("p", null, button);
  }

  /**
   * The form that saves a pass, and the list.
   * @param {HTMLFormElement} form @param {HTMLElement} box @param {any} context @param {import("./engine.js").Advice} advice
   */
  function serve(form, box, context, advice) {
    const name = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    form.onsubmit = (event) => {
      event.preventDefault();
      const day = today();
      const pass = { id: `${Date.now()}`, name: name.value.trim() || `Результат ${dayWords(day)}`, day, answers: Object.fromEntries(advice.state.given), context: context.place.context, rules: advice.version, result: { ...summary(advice), digests: digests(context.tree) } };
      const kept = store(KEY, { v: 1, passes: [pass, ...passes()].slice(0, MOST) });
      if (kept) name.value = "";
      drawList(box, context);
      context.say(kept ? `Результат «${pass.name}» сохранён на этом устройстве.` : BLOCKED);
    };
    drawList(box, context);
  }

  // --- ticks, shared with the checklists

  /** @param {string} recommendation @param {string} item */
  function ticked(recommendation, item) {
    return Boolean(stored(TICKS, {}).sheets?.[`checklist-${recommendation}`]?.ticks?.[item]);
  }

  /** Whether the tick is kept. @param {string} recommendation @param {string} item @param {boolean} on */
  function tick(recommendation, item, on) {
    const data = stored(TICKS, {});
    const sheets = data.v === 1 && data.sheets && typeof data.sheets === "object" ? data.sheets : {};
    const sheet = (sheets[`checklist-${recommendation}`] ??= {});
    sheet.ticks ??= {};
    if (on) sheet.ticks[item] = today();
    else delete sheet.ticks[item];
    return store(TICKS, { v: 1, sheets });
  }

  // Another tab saved or deleted something.
  addEventListener("storage", (event) => { if (shown && shown.box.isConnected && (event.key === KEY || event.key === null)) drawList(shown.box, shown.context); });

  site.keep = { passes, summary, differences, changedRules, drawList, serve, ticked, tick, BLOCKED };
})();
