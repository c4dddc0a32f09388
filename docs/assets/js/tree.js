// @ts-check
// The survey: the address is the state, and every view is drawn from it anew.
(function () {
  "use strict";

  const { engine, address, dom, keep, result } = globalThis.navigatorSite;
  const { h, upTo } = dom;
  const root = /** @type {HTMLElement} */ (document.getElementById("tree"));
  const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("tree-data")).textContent || "");
  const tree = engine.treeOf(data.tree);
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form[data-pane]"));
  const sections = new Map([...form.querySelectorAll("section")].map((one) => [one.dataset.question || "", one]));
  const panes = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-pane]"))];
  const pane = (/** @type {string} */ name) => /** @type {HTMLElement} */ (panes.find((one) => one.dataset.pane === name));
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const title = document.title;
  // The page's own words; other ones take their place where a question speaks to another company.
  const words = new Map([...form.querySelectorAll("h2[id], .hint, label")].map((one) => [one, one.textContent || ""]));
  /** @type {import("./address.js").Place} */
  let place;
  /** @type {import("./engine.js").State} */
  let state;
  /** @type {string[]} */
  let told = []; // notices for the next view

  /** Reads the address; what does not apply is dropped, and said. */
  function read() {
    const found = address.parse(tree, location.hash);
    place = found.place;
    for (const { name, options } of root.querySelectorAll("select")) {
      if (!place.context[name] || [...options].some((one) => one.value === place.context[name])) continue;
      delete place.context[name];
      found.notices.push("Контекста из адреса у нас нет: выберите заново.");
    }
    state = engine.replay(tree, place.answers);
    const notices = [...told, ...found.notices];
    told = [];
    for (const id of state.dropped) {
      notices.push(state.asked.includes(id)
        ? `Ответ на вопрос «${asked(id)}» не подошёл: такого варианта нет. Ответьте на него ещё раз.`
        : `Вопрос «${asked(id)}» к вам больше не относится: ответ снят.`);
    }
    place.answers = Object.fromEntries(state.given);
    if (notices.length) replace(place);
    tell(notices);
  }

  /** Shows notices where the view begins, or with the reader where something was said. @param {string[]} notices @param {boolean} [here] */
  function tell(notices, here = false) {
    const box = part("[data-notices]");
    box.hidden = !notices.length;
    box.classList.toggle("here", here);
    box.replaceChildren(...notices.map((one) => h("p", null, one)));
  }

  /** The question in the words for this company. @param {string} id */
  function asked(id) {
    return variant(data.variants[id]?.text, "text") || words.get(heading(id)) || id;
  }

  /** An answer in the words for this company; null and «не знаю» too. @param {string} id @param {string | null} option */
  function answer(id, option) {
    if (option === null) return state.given.has(id) ? "не знаю" : "нет ответа";
    if (option === engine.DONT_KNOW) return "не знаю";
    const label = form.querySelector(`label[for="${id}--${option}"]`);
    return variant(data.variants[id]?.options?.[option], "text") || (label && words.get(label)) || option;
  }

  /** @param {any[] | undefined} variants @param {string} what */
  function variant(variants, what) {
    return variants?.find((one) => engine.holds(one.when, state.given))?.[what];
  }

  /** @param {string} id */
  function heading(id) {
    return /** @type {HTMLElement} */ (sections.get(id)?.querySelector("h2"));
  }

  // --- going somewhere

  /** @param {Partial<import("./address.js").Place>} change @param {object} [memory] - What this step of the history remembers. */
  function go(change, memory = {}) {
    const hash = address.format(tree, { ...place, at: "", ...change });
    try {
      history.pushState({ ...memory, inside: true }, "", hash);
      show(true);
    } catch {
      location.hash = hash; // a browser that keeps no history for files
    }
  }

  /** @param {import("./address.js").Place} next */
  function replace(next) {
    try {
      history.replaceState(history.state, "", address.format(tree, next));
    } catch {
      // The address keeps what it had; the page is right all the same.
    }
  }

  /** The questions of the survey that are asked. */
  function survey() {
    return state.asked.filter((id) => place.survey === "full" || tree.byId.get(id)?.survey === "short");
  }

  /** After a question: the next one without an answer; then the result, or the summary where a change came from. @param {string} id */
  function onward(id) {
    const before = new Set(state.asked);
    const { back } = history.state || {};
    if (back) {
      state = engine.replay(tree, place.answers);
      const fresh = state.asked.filter((one) => !before.has(one) && !state.given.has(one));
      if (fresh.length) told.push(`Из-за этого ответа появился вопрос: «${fresh.map(asked).join("», «")}».`);
      return go({ view: back });
    }
    state = engine.replay(tree, place.answers);
    const all = survey();
    const next = all.slice(all.indexOf(id) + 1).find((one) => !state.given.has(one));
    return next ? go({ view: "question", at: next }) : go({ view: "result" });
  }

  /** The same company and another market: what was said of the country is asked anew. */
  function another() {
    told.push("Ответы о компании на месте. Теперь — о другом рынке.");
    const answers = Object.fromEntries([...state.given].filter(([id]) => !data.market.includes(id)));
    go({ answers, context: { ...place.context, region: "" }, view: "question", at: data.market[0] });
  }

  /** @param {"short" | "full"} kind */
  function begin(kind) {
    place.survey = kind;
    const first = survey().find((id) => !state.given.has(id));
    return first ? go({ view: "question", at: first }) : go({ view: "summary" });
  }

  // --- drawing

  /** @param {boolean} moved - Whether the reader came here by a step on the page: then the heading takes the focus. */
  function show(moved) {
    read();
    const given = Boolean(state.given.size);
    let view = place.view || (given ? (place.at || engine.left(tree, state).short ? "question" : "result") : place.at ? "question" : "start");
    if (view === "question" && !survey().includes(place.at)) {
      if (state.asked.includes(place.at)) place.survey = "full";
      else place.at = survey().find((id) => !state.given.has(id)) || "";
      if (!place.at) view = "summary";
    }
    document.body.dataset.tree = view;
    for (const one of panes) one.hidden = !(one.dataset.pane === view || (one === form && ["question", "all"].includes(view)));
    /** @type {Record<string, () => HTMLElement | null>} */
    const draw = { start: drawStart, question: () => drawQuestion(place.at), all: drawAll, summary: drawSummary, result: drawResult };
    const head = draw[view]();
    document.title = head && view !== "start" ? `${head.textContent} — ${title}` : title;
    if (!moved) return;
    scrollTo(0, 0);
    head?.focus();
  }

  function drawStart() {
    if (state.given.size) part("[data-start]").textContent = "Продолжить";
    keep.drawList(part("[data-passes]"), context);
    return /** @type {HTMLElement | null} */ (document.querySelector("h1"));
  }

  /** Answers as they stand go into the boxes; the words become those for this company. @param {string} id */
  function fill(id) {
    const section = /** @type {HTMLElement} */ (sections.get(id));
    const chosen = state.given.get(id) || [];
    // Where not knowing is an answer of its own, a link may still say it as everywhere.
    const silent = chosen[0] === "dont-know" ? "unknown" : "";
    for (const input of section.querySelectorAll("input")) input.checked = chosen.includes(input.value) || input.value === silent;
    heading(id).textContent = asked(id);
    const hint = section.querySelector(".hint");
    if (hint) hint.textContent = variant(data.variants[id]?.text, "hint") || words.get(hint) || "";
    for (const option of Object.keys(data.variants[id]?.options || {})) {
      const label = section.querySelector(`label[for="${id}--${option}"]`);
      if (label) label.textContent = answer(id, option);
    }
  }

  /** @param {string} at */
  function drawQuestion(at) {
    for (const [id, section] of sections) section.hidden = id !== at;
    part("[data-all-head]").hidden = true;
    part(".steps").dataset.mode = "one";
    part("[data-fault]").textContent = "";
    fill(at);
    const { back } = history.state || {};
    const left = engine.left(tree, state)[place.survey === "full" ? "full" : "short"];
    part("[data-left]").textContent = back ? `После ответа вы вернётесь к ${back === "result" ? "результату" : "списку ответов"}.`
      : left > 1 || (left && state.given.has(at)) ? `Осталось не больше ${upTo(left)}.` : left ? "Это последний вопрос." : "Дальше — результат.";
    part("[data-act=next]").textContent = back ? "Сохранить" : "Дальше";
    part("[data-act=skip]").hidden = Boolean(back);
    return heading(at);
  }

  function drawAll() {
    for (const [id, section] of sections) {
      section.hidden = !state.asked.includes(id);
      fill(id);
    }
    part("[data-all-head]").hidden = false;
    part(".steps").dataset.mode = "all";
    part("[data-fault]").textContent = "";
    part("[data-act=next]").textContent = "Показать результат";
    const { full } = engine.left(tree, state);
    part("[data-left]").textContent = full ? `Осталось не больше ${upTo(full)}.` : "Ответы есть на все вопросы.";
    return /** @type {HTMLElement} */ (part("[data-all-head] h2"));
  }

  function drawSummary() {
    const left = engine.left(tree, state);
    const head = h("h2", { tabindex: -1 }, "Ваши ответы");
    const row = (/** @type {string} */ id) => {
      const chosen = state.given.get(id);
      return h("li", null, h("span.q", null, asked(id)), h("span.a", null, chosen ? chosen.map((one) => answer(id, one)).join("; ") : "— нет ответа"),
        h("button", { type: "button", onclick: () => go({ view: "question", at: id, survey: tree.byId.get(id)?.survey === "full" ? "full" : place.survey }, { back: "summary" }) },
          chosen ? ["Изменить", h("span.vh", null, " ответ")] : "Ответить", h("span.vh", null, ` на вопрос «${asked(id)}»`)));
    };
    const block = (/** @type {string} */ name, /** @type {"short" | "full"} */ kind) =>
      h("div", null, h("h3", null, name), h("ul.answers", null, state.asked.filter((id) => tree.byId.get(id)?.survey === kind).map(row)));
    pane("summary").replaceChildren(head,
      h("p.quiet", null, left.full ? `Осталось не больше ${upTo(left.full)}. Совет даётся и так, но держится на том, что вы назвали.` : "Ответы есть на все вопросы."),
      h("p.step-main", null, h("button.main", { type: "button", onclick: () => go({ view: "result" }) }, "Показать результат"),
        left.full > 0 && h("button", { type: "button", onclick: () => begin(left.short ? "short" : "full") }, left.short ? "Продолжить" : "Уточнить")),
      block("Короткий опрос", "short"), block("Полный опрос", "full"),
      h("p", null, h("button.plain", { type: "button", onclick: () => go({ answers: {}, context: {}, survey: "short", view: "start" }) }, "Начать заново")));
    return head;
  }

  function drawResult() {
    return result.draw(pane("result"), context);
  }

  // --- what the result, the saved passes and the files may ask

  const context = {
    data, tree, asked, answer, go,
    get place() { return place; },
    get state() { return state; },
    begin, another,
    /** The whole address of the state as it is shown. @param {string} [hash] */
    link: (hash) => location.href.split("#")[0] + (hash || address.format(tree, { ...place, at: "", view: "result" })),
    advise: () => engine.advise(tree, place.answers),
    /** Draws the view again, without a step in the history. @param {Partial<import("./address.js").Place>} change */
    redraw: (change) => { Object.assign(place, change); replace(place); show(false); },
    say,
  };

  /** Tells a screen reader and everybody else. @param {string} sentence */
  function say(sentence) {
    tell([sentence], true);
  }

  // --- listening

  /** What is ticked in a question. @param {string} id */
  function ticked(id) {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (/** @type {HTMLElement} */ (sections.get(id)).querySelectorAll("input:checked"))].map((one) => one.value);
  }

  form.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const question = tree.byId.get(input.name);
    if (!question) return;
    const alone = (/** @type {string} */ value) => value === engine.DONT_KNOW || tree.options.get(question.id)?.get(value)?.exclusive;
    if (question.multiple && input.checked) {
      for (const other of /** @type {HTMLElement} */ (sections.get(question.id)).querySelectorAll("input")) {
        if (other !== input && (alone(input.value) || alone(other.value))) other.checked = false;
      }
    }
    part("[data-fault]").textContent = "";
    if (document.body.dataset.tree !== "all") return;
    place.answers[question.id] = ticked(question.id);
    if (tree.byId.get(question.id)?.survey === "full") place.survey = "full";
    replace(place);
    read();
    drawAll();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (document.body.dataset.tree === "all") {
      go({ view: "result" });
      return;
    }
    const id = place.at;
    const chosen = ticked(id);
    if (!chosen.length) {
      part("[data-fault]").textContent = "Выберите вариант: можно «Не знаю». Или пропустите вопрос.";
      return;
    }
    place.answers = { ...place.answers, [id]: chosen };
    onward(id);
  });

  /** @type {Record<string, () => void>} */
  const acts = {
    back() {
      if (history.state?.inside) history.back();
      else {
        const all = survey();
        const before = all[all.indexOf(place.at) - 1];
        if (before && document.body.dataset.tree !== "all") go({ view: "question", at: before });
        else go({ view: "start" });
      }
    },
    skip: () => onward(place.at),
    summary: () => go({ view: "summary" }),
    view: () => go({ view: "all" }),
    alien() {
      const remark = /** @type {HTMLDetailsElement} */ (document.getElementById("remark"));
      const text = /** @type {HTMLTextAreaElement} */ (document.getElementById("remark-text"));
      text.value = `Вопрос не про меня: «${asked(place.at)}» (${place.at})\nСитуация: ${location.href}\nВерсия: ${data.version}\n\nПочему он не про меня:\n\nКак спросить лучше:\n`;
      remark.open = true;
      text.focus();
      text.scrollIntoView({ block: "center" });
      say("Чтобы идти дальше, вернитесь к вопросу и нажмите «Пропустить».");
    },
  };
  form.addEventListener("click", (event) => {
    const act = /** @type {HTMLElement} */ (event.target).closest?.("[data-act]");
    acts[/** @type {HTMLElement | null} */ (act)?.dataset.act || ""]?.();
  });
  part("[data-start]").addEventListener("click", (event) => { event.preventDefault(); begin("short"); });
  part("[data-all]").addEventListener("click", (event) => { event.preventDefault(); go({ view: "all" }); });
  part("[data-code-form]").addEventListener("submit", (event) => {
    event.preventDefault();
    const found = address.decode(tree, /** @type {HTMLInputElement} */ (document.getElementById("code-in")).value);
    part("[data-code-fault]").textContent = found.fault || "";
    if (!found.fault) {
      if (found.unchecked) told.push("Код набран без двух проверочных цифр: сверьте ответы, прежде чем читать результат.");
      go({ answers: found.answers, view: found.unchecked ? "summary" : "result" });
    }
  });
  // What was said goes with the next thing that is pressed.
  addEventListener("click", (event) => {
    if (root.querySelector("[data-notices].here") && /** @type {HTMLElement} */ (event.target).closest("a, button, summary, [type=checkbox]")) tell([]);
  }, true);
  addEventListener("popstate", () => show(true));
  // From the back/forward cache or with restored boxes: the address decides.
  addEventListener("pageshow", (event) => { if (event.persisted) show(false); });

  show(false);
})();
