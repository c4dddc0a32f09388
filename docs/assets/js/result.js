// @ts-check
// The result: one screen of what matters, everything else folded below it with its reasons.
(function () {
  "use strict";

  const site = (globalThis.navigatorSite ??= {});
  const { engine, address } = site;
  const { h, upTo } = site.dom;
  const EDITORIAL = "редакция";
  /** The reason of a veto is a sentence already. @param {string} words */
  const ended = (words) => words.replace(/\.?$/, ".");
  const DAYS = 91; // until the next check, unless the reader says otherwise: restrictions are checked once a quarter
  /** @type {any} */
  let context;
  /** @type {import("./engine.js").Advice} */
  let advice;

  // --- small parts

  /** The mark of the editors alone. */
  const ours = () => [" ", h("small.mark.mark-editorial", { "data-key": "ред." }, EDITORIAL)];

  /** The short key of a mark, for paper and for text. @param {number} number */
  function key(number) {
    const [kind, lines, works] = context.data.marks[number];
    return kind === "article" ? `ст. ${lines}` : kind === "editorial" ? "ред." : works.map((/** @type {string} */ id) => context.data.works[id]).join("; ");
  }

  /** Where a sentence comes from: the same mark as on every page. @param {number} number @param {boolean} [brief] - On the first screen, which says everything again below. */
  function mark(number, brief) {
    const [kind, lines, works, topic] = context.data.marks[number];
    if (brief && kind === "editorial") return ours();
    const links = works.map((/** @type {string} */ id, /** @type {number} */ at) =>
      [at || kind !== "source" ? (at || kind !== "article" ? "; " : ": ") : "", h("a", { href: `../sources/#${id}` }, context.data.works[id])]);
    // Paper takes the short key: a sheet has no room for more.
    return [" ", h(`small.mark.mark-${kind}`, { "data-key": key(number) }, kind === "article" ? `статья ${lines}` : kind === "editorial" ? EDITORIAL : "",
      topic && `, тема: статья\u00a0${topic}`, links)];
  }

  /** @param {[string, number]} statement */
  const said = ([text, number]) => [text, mark(number)];

  /** Words among which a recommendation is named by its id. @param {string | any[]} parts */
  const words = (parts) => (typeof parts === "string" ? parts : parts.map((one) => (typeof one === "string" ? one : ["«", link(one[0]), "»"])));

  /** @param {string} tag @param {any[]} rows */
  const list = (tag, rows) => rows.length > 0 && h(tag, null, rows.map((row) => h("li", null, row)));

  /** @param {string} id */
  const about = (id) => context.data.recommendations[id];

  /** @param {string} id */
  const link = (id) => h("a", { href: about(id).url }, about(id).short);

  /** A folded part with its heading. @param {string} name @param {string} words @param {...any} children */
  function fold(name, words, ...children) {
    return h("details.fold", { "data-fold": name }, h("summary", null, h("h3", null, words)), children);
  }

  /** A part that is worked out when somebody opens it. @param {string} words @param {() => any} work */
  function onRequest(words, work) {
    const made = h("details.ask", { ontoggle: () => { if (made.children.length === 1) made.append(h("div", null, work())); } }, h("summary", null, words));
    return made;
  }

  /** Leads to a question; after it the reader is back here. @param {string} id @param {...any} children */
  function toQuestion(id, ...children) {
    const place = { ...context.place, at: id, view: "question" };
    return h("a.to", { href: address.format(context.tree, place), title: context.asked(id), onclick: (/** @type {Event} */ event) => { event.preventDefault(); context.go(place, { back: "result" }); } }, children);
  }

  /** A reason with the answers it rests on. @param {import("./engine.js").Because} one */
  function reason(one) {
    const said = [/** @type {[string, string | null]} */ ([one.question, one.option]), ...one.also].map(([id, option], at) => [at ? " и " : "", toQuestion(id, `«${context.answer(id, option)}»`)]);
    return [h("span.yours", null, h("span.said", null, said.length > 1 ? "Ответы вместе: " : "Ваш ответ: "), said, ". "), ended(one.reason), mark(one.mark)];
  }

  /** The least work after which a goal holds. @param {(advice: import("./engine.js").Advice) => boolean} goal */
  function work(goal) {
    const found = engine.workFor(context.tree, context.place.answers, goal);
    if (!found) return "Нужно изменить больше двух ответов или то, чего работой не изменить.";
    return found.length ? [h("p", null, "Самая малая работа, после которой это изменилось бы:"), list("ul", found.map((/** @type {{ work: string }} */ one) => [one.work, ours()]))] : "Это уже так.";
  }

  // --- the first screen

  function gate() {
    const raised = advice.flags.find(({ flag }) => flag.gate);
    if (raised) {
      const { flag } = raised;
      return h("div.gate", { "data-block": "gate" }, h("div", { "data-id": flag.id },
        h("h3", null, flag.title), h("p", null, flag.text, mark(flag.mark, true)), h("p", null, h("strong", null, "Следующий шаг: "), flag.next_step, mark(flag.next_mark, true)),
        advice.pause.length > 0 && [h("p.side", null, "Что остаётся возможным:"), list("ul", advice.pause.map((one) => [one.text, mark(one.mark, true)])),
          h("p", null, h("button", { type: "button", onclick: context.another }, "Ответить о другом рынке"))],
        h("p", null, h("a", { href: "../ways/outcomes/" }, "Подготовка, пауза, сокращение, уход и возврат — тоже решения"))));
    }
    if (advice.state.asked.includes("restrictions") && !advice.state.given.has("restrictions")) {
      return h("div.gate", null, h("p", null, "Вопрос о внешних ограничениях остался без ответа. До любых трат ответьте на него: от него зависит, есть ли законный путь."),
        h("p", null, toQuestion("restrictions", "Ответить")));
    }
    const first = advice.flags[0]?.flag;
    return first && h("p.first-flag", null, h("strong", null, "Предупреждение: "), `${first.title}. `, h("a", { href: "#", onclick: opens("flags") }, "Что с этим делать"));
  }

  /** Opens a folded part. @param {string} name */
  function opens(name) {
    return (/** @type {Event} */ event) => {
      event.preventDefault();
      const part = /** @type {HTMLDetailsElement | null} */ (document.querySelector(`[data-fold=${name}]`));
      if (!part) return;
      part.open = true;
      part.scrollIntoView();
      part.querySelector("summary")?.focus();
    };
  }

  function priorities() {
    const three = advice.recommendations.filter((one) => one.priority);
    if (!three.length) return h("p", null, "Вы ещё ни на что не ответили: ниже все восемь рекомендаций в порядке статьи, ни одна не выделена.");
    // The same answer may speak for two of them: each has a sentence of its own here.
    const told = new Set();
    return h("ol.three", { "data-block": "priorities" }, three.map((one) => {
      const why = one.because.find(({ reason }) => !told.has(reason)) || one.because[0];
      told.add(why?.reason);
      return h("li", { "data-id": one.id }, h("strong", null, link(one.id), "."), " ", why ? [ended(why.reason), mark(why.mark, true)] : said(about(one.id).about));
    }));
  }

  function month() {
    return advice.month.length > 0 && h("div.month", { "data-block": "month" }, h("h3", null, "Три дела на этот месяц"),
      h("ol", null, advice.month.map((id) => h("li", { "data-id": id }, context.data.items[id].action, mark(context.data.items[id].mark, true)))));
  }

  // --- what is folded

  function where() {
    const { stages, directions } = context.data;
    const given = [...advice.state.given.values()];
    const unknown = given.filter(([one]) => one === engine.DONT_KNOW || one === "unknown").length;
    const [title, sense] = directions[advice.direction || ""] || [];
    const road = site.route.steps(context.data, advice);
    return fold("stage", "Где вы, что сначала и что потом", h("div", { "data-block": "stage" },
      h("ol.stages-strip", null, stages.map((/** @type {any} */ one) => h("li", one.id === advice.stage ? { "aria-current": "step", "data-id": one.id } : null, one.title))),
      title && h("p", { "data-direction": advice.direction }, `Направление участия — «${title}». `, said(sense)),
      road.length > 0 ? h("ol.route", { "data-route": "" }, road.map((/** @type {import("./route.js").Leg} */ { head, lines }) => h("li", null, h("strong", null, head), list("ul", lines.map(([parts, number]) => [words(parts), mark(number)])))))
        : h("p", null, "Стадию по ответам не определить: ", toQuestion("foreign-sales", "ответьте, продаёте ли вы уже за рубеж"), "."),
      h("p.quiet", null, `Отвечено: ${given.length} из ${advice.state.asked.length}${unknown ? ", из них «не знаю» — " + unknown : ""}. По статье (со ссылкой на Kuivalainen и др., 2012) все стадии вместе занимают не меньше двух-трёх лет. `,
        h("a", { href: "../stages/" }, "Стадии и направления"))));
  }

  function three() {
    return fold("reasons", "Почему именно эти три", advice.recommendations.filter((one) => one.priority).map((one) => h("section.why-one", null,
      h("h4", null, `${one.rank}. `, link(one.id)),
      one.held && h("p", null, "Поднята правилом: держится здесь, пока ограничения не проверены или законный путь не найден."),
      list("ul", one.because.map(reason)) || h("p", null, "Прямо за неё ответы не говорят, но остальные говорят ещё меньше."),
      h("p", null, "Обдумайте:"), list("ul", about(one.id).ask.map(said)),
      h("p.links", null, h("a", { href: about(one.id).url.replace("recommendations", "checklists") }, `Чек-лист «${about(one.id).short}»`)),
      onRequest("Что сняло бы её с первых мест", () => work((now) => !now.recommendations.some((other) => other.id === one.id && other.priority))))));
  }

  function others() {
    const rest = advice.recommendations.filter((one) => !one.priority);
    return fold("others", rest.length > 5 ? "Все восемь рекомендаций" : "Остальные пять по порядку", h("p.quiet", null, "Статья рекомендации не ранжирует: все восемь остаются в силе."),
      h("ol.others", { "data-block": "others", start: 9 - rest.length }, rest.map((one) => h("li", { "data-id": one.id }, h("strong", null, link(one.id), "."), " ",
        one.because.length ? reason(one.because[0]) : one.closed.length ? reason(one.closed[0]) : said(about(one.id).about),
        advice.state.given.size > 0 && onRequest("Что подняло бы её в тройку", () => work((now) => now.recommendations.some((other) => other.id === one.id && other.priority)))))));
  }

  function flags() {
    return advice.flags.length > 0 && fold("flags", `Предупреждения: ${advice.flags.length}`, h("ul.flags", { "data-block": "flags" }, advice.flags.map(({ flag, because }) =>
      h("li", { "data-id": flag.id, "data-gate": Boolean(flag.gate) }, h("strong", null, `${flag.title}. `), flag.text, mark(flag.mark),
        h("p", null, h("strong", null, "Следующий шаг: "), flag.next_step, mark(flag.next_mark)),
        h("p.quiet", null, because.map(([id, option]) => `«${context.asked(id)}» — ${context.answer(id, option)}`).join("; "), ". Подробнее: ", link(flag.recommendation), ".")))));
  }

  /** @param {import("./engine.js").Way} way @param {boolean} ahead */
  function group(way, ahead) {
    const family = context.data.families[way.id];
    return h("li", { "data-id": way.id }, h("h5", null, h("a", { href: family.url }, family.title)), h("p.meaning", null, said(family.meaning)),
      way.for.length > 0 && [h("p.side", null, "За:"), list("ul", way.for.map(reason))],
      way.against.length > 0 && [h("p.side", null, "Против:"), list("ul", way.against.map(reason))],
      !way.for.length && !way.against.length && h("p", null, "Ваши ответы не говорят ни за, ни против."),
      way.changes.length > 0 && [h("p.side", null, "Что должно измениться:"), list("ul", way.changes.map((one) => [one.change, ours()]))],
      (ahead || (!advice.gate && context.place.answers["considered-modes"]?.includes(way.id))) && h("p", null, h("strong", null, "Дешёвая проба: "), said(family.trial)),
      !ahead && advice.state.given.size > 0 && onRequest("Что поставило бы её вперёд", () => work((now) => now.modes.first.some((other) => other.id === way.id))));
  }

  function ways() {
    const { modes } = advice;
    const picked = [...modes.first, ...modes.compare].map((way) => way.id);
    const block = (/** @type {string} */ name, /** @type {string} */ words, /** @type {import("./engine.js").Way[]} */ all, /** @type {string} */ none = "") =>
      (all.length > 0 || none) && [h("h4", null, words), h("ul.ways-list", { "data-block": name }, all.map((way) => group(way, name === "modes-first"))), !all.length && h("p", null, none)];
    return fold("ways", "Какие группы способов сравнить",
      h("p.links", null, h("a", { href: `../ways/compare/#groups=${picked.join(",")}` }, "Сравнить эти группы в таблице"), " · ", h("a", { href: "../ways/" }, "Все способы")),
      block("modes-first", "В первую очередь рассмотрите", modes.first, advice.paused ? "Рынок на паузе: вперёд не ставится ни одна группа." : "Явного кандидата нет: сравните то, что ниже."),
      block("modes-compare", "Сравните", modes.compare), block("modes-not-now", "Ответы пока говорят против", modes.not_now, "Таких нет."),
      block("modes-neutral", "Ответы почти не говорят о них", modes.neutral),
      advice.unnamed && h("p.unnamed", null, h("strong", null, "Вы не назвали: "), h("a", { href: context.data.families[advice.unnamed].url }, context.data.families[advice.unnamed].title), ". Ваши ответы говорят, что и эту группу стоит сравнить."));
  }

  /** Groups to grow into: those in front, or the first two to compare. */
  function leading() {
    const { first, compare } = advice.modes;
    return first.length ? first : compare.slice(0, 2);
  }

  function growth() {
    const chosen = advice.recommendations.filter((one) => one.priority);
    const skills = chosen.flatMap((one) => about(one.id).skills.map((/** @type {any} */ line) => [h("b", null, `${about(one.id).short}: `), said(line)]));
    return advice.state.given.size > 0 && fold("growth", "Куда развиваться и какие умения создать",
      h("h4", null, "Куда развиваться"), list("ul", leading().flatMap((way) => context.data.families[way.id].grows.map((/** @type {any} */ line) => [h("b", null, `${context.data.families[way.id].title}: `), said(line)]))),
      h("h4", null, "Какие умения создать"), list("ul", skills));
  }

  function plan() {
    const column = (/** @type {string} */ words, /** @type {import("./engine.js").Step[]} */ steps) =>
      h("div", null, h("h4", null, words), list("ul", steps.map((one) => [one.text, mark(one.mark)])));
    return advice.plan.length > 0 && fold("plan", "План и проба", h("div.columns", null, column("План", advice.plan), column("Проба", advice.trial)));
  }

  /** The recommendations that this result is about. */
  function called() {
    return new Set([...advice.recommendations.filter((one) => one.priority).map((one) => one.id), ...advice.flags.map(({ flag }) => flag.recommendation)]);
  }

  /** Items with a question to the state platform: those that the result calls for, or the main ones. */
  function handed() {
    const ids = called();
    const all = Object.values(context.data.items).filter((one) => one.hand);
    const chosen = all.filter((one) => ids.has(one.of));
    return chosen.length ? chosen : all.filter((one) => !one.more);
  }

  function handOff() {
    return fold("hand-off", "Что узнать на «Мой экспорт»", h("p.quiet", null, "Пошлины, таможню и документы узнайте на этой государственной платформе, а ответ верните в свою модель. ", h("a", { href: "../where-to-turn/#my-export" }, "Куда обратиться")),
      list("ul", handed().map((one) => [one.hand[0], " ", h("i", null, one.hand[1]), mark(one.mark)])));
  }

  /** Items of the eight checklists that this result calls for, the three recommendations first. */
  function ownItems() {
    const first = advice.recommendations.filter((one) => one.priority).flatMap((one) => context.tree.data.items[one.id] || []);
    const more = [...called()].map((id) => context.tree.data.items[id]?.[0]).filter((id) => id && !first.includes(id));
    return /** @type {string[]} */ ([...first, ...more]);
  }

  function ownChecklist() {
    const ids = ownItems();
    const only = () => {
      document.body.classList.add("print-own");
      print();
      document.body.classList.remove("print-own");
    };
    return ids.length > 0 && fold("checklist", "Ваш чек-лист", h("p.quiet", null, "Пункты восьми чек-листов, которых касается этот результат. Отметки общие с листами и остаются на устройстве. ",
      h("button.plain", { type: "button", onclick: only }, "Напечатать этот лист")),
      h("ol.own", null, ids.map((id) => {
        const item = context.data.items[id];
        const box = h("input", { type: "checkbox", id: `own-${id}`, autocomplete: "off", onchange: () => { if (!site.keep.tick(item.of, id, /** @type {HTMLInputElement} */ (box).checked)) context.say(site.keep.BLOCKED); } });
        /** @type {HTMLInputElement} */ (box).checked = site.keep.ticked(item.of, id);
        return h("li.item", { "data-item": id }, box, " ", h("label", { for: `own-${id}` }, item.action), mark(item.mark), h("p.evidence", null, h("span.evidence-name", null, "Сделано, если есть: "), item.evidence));
      })));
  }

  /** Region, industry and kind of company only attach notes and cases. @param {HTMLDetailsElement} fold */
  function surround(fold) {
    const { context: chosen } = context.place;
    for (const one of fold.querySelectorAll("select")) {
      one.value = chosen[one.name] || "";
      one.onchange = () => context.redraw({ context: { ...context.place.context, [one.name]: one.value } });
    }
    fold.open ||= Object.values(chosen).some(Boolean);
    /** @type {HTMLElement} */ (fold.querySelector("[data-attached]")).replaceChildren(site.notes.block(context.data.attachments, chosen, advice.direction));
  }

  /** The tools and the foot stand in the page; here they learn what they are about. @param {HTMLElement} pane */
  function serve(pane) {
    const part = (/** @type {string} */ selector) => /** @type {any} */ (pane.querySelector(selector));
    const copy = async (/** @type {string} */ text, /** @type {string} */ what) => context.say(await site.takeaway.copied(text) ? `${what}.` : "Скопировать не вышло: выделите текст и скопируйте сами.");
    const day = part("[type=date]");
    const later = site.dom.today(DAYS);
    day.min = site.dom.today();
    day.value ||= later;
    /** @type {Record<string, () => void>} */
    const acts = {
      link: () => copy(context.link(), "Ссылка скопирована"),
      share: () => navigator.share({ title: document.title, url: context.link() }).catch(() => {}),
      text: () => copy(site.takeaway.text(context, advice), "Текст скопирован"),
      print: () => print(),
      json: () => site.takeaway.saveJson(context, advice),
      markdown: () => site.takeaway.saveMarkdown(context, advice),
      calendar: () => site.takeaway.saveCalendar(context, day.value || later),
      another: context.another,
    };
    for (const [name, act] of Object.entries(acts)) part(`[data-do=${name}]`).onclick = act;
    part("[data-do=share]").hidden = typeof navigator.share !== "function";
    part("[data-code]").textContent = address.code(context.tree, context.place.answers);
    part("[data-rules]").href = `rules/${address.format(context.tree, { ...context.place, at: "", view: "" })}`;
    part("[data-versions]").textContent = `Версия правил: ${advice.version}. Версия содержания: ${context.data.version}. Дата: ${site.dom.dayWords(site.dom.today())}.`;
    surround(part("[data-fold=context]"));
    site.keep.serve(part("[data-keep]"), part("[data-passes]"), context, advice);
  }

  /**
   * Draws the result and returns its heading.
   * @param {HTMLElement} pane
   * @param {any} given - What the page hands over: data, place, state, words, ways to go.
   */
  function draw(pane, given) {
    context = given;
    advice = context.advise();
    const head = h("h2", { tabindex: -1 }, advice.state.given.size ? "Что важнее всего сейчас" : "Ответов пока нет");
    const { short, full } = advice.left;
    const drawn = /** @type {HTMLElement} */ (pane.querySelector("[data-drawn]"));
    drawn.replaceChildren(head,
      h("p.quiet.state", null, full > 0 && [short || advice.survey === "short" ? "Предварительно. " : "", `Осталось не больше ${upTo(full)}. `,
        h("button.plain", { type: "button", onclick: () => context.begin(short ? "short" : "full") }, short ? "Продолжить" : "Уточнить"), " "],
        h("button.plain", { type: "button", onclick: () => context.go({ view: "summary" }) }, "Мои ответы")),
      ...[gate(), priorities(), month(), where(), three(), others(), flags(), ways(), growth(), plan(), handOff(), ownChecklist()].filter(Boolean));
    serve(pane);
    // Letters on paper are as large as two sheets allow; the figures were measured on printed results.
    pane.style.setProperty("--size", String(Math.min(9, (advice.paused ? 10.6 : 10.8) - (drawn.textContent || "").length / 4900)));
    return head;
  }

  // Paper shows what is folded; afterwards the page is as it was.
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details.fold:not([open])")].map((one) => /** @type {HTMLDetailsElement} */ (one));
    for (const one of unfolded) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of unfolded) one.open = false; });

  site.result = { draw, key, leading, handed };
})();
