// @ts-check
// What a reader takes away: words, files, a date for the next check. Everything is made on the device.
(function () {
  "use strict";

  const site = (globalThis.navigatorSite ??= {});
  const { dayWords, today } = site.dom;

  /**
   * The result as headed lists, for text and for Markdown.
   * @param {any} context @param {import("./engine.js").Advice} advice
   * @returns {[string, string[]][]}
   */
  function parts({ data, asked, answer, state, link }, advice) {
    const name = (/** @type {string} */ id) => data.recommendations[id].short;
    const bare = (/** @type {string} */ words) => words.replace(/\.$/, "");
    const { key, leading, handed } = site.result;
    const cited = (/** @type {any[]} */ [words, number]) => `${words} [${key(number)}]`;
    const steps = (/** @type {import("./engine.js").Step[]} */ all) => all.map((one) => cited([one.text, one.mark]));
    const why = (/** @type {import("./engine.js").Because} */ one) => `${cited([bare(one.reason), one.mark])} («${answer(one.question, one.option)}»)`;
    const words = (/** @type {string | any[]} */ said) => [said].flat().map((one) => (typeof one === "string" ? one : `«${name(one[0])}»`)).join("");
    const ways = (/** @type {import("./engine.js").Way[]} */ all) => all.map((way) =>
      [data.families[way.id].title, way.for.length ? `за: ${way.for.map(why).join("; ")}` : "", way.against.length ? `против: ${way.against.map(why).join("; ")}` : "",
        way.changes.length ? `что должно измениться: ${way.changes.map((one) => bare(one.change)).join("; ")} [ред.]` : "", `проба: ${cited(data.families[way.id].trial)}`].filter(Boolean).join(" — "));
    const { modes } = advice;
    const three = advice.recommendations.filter((one) => one.priority);
    const rest = advice.recommendations.filter((one) => !one.priority);
    const all = /** @type {[string, string[]][]} */ ([
      ["Предупреждения", advice.flags.map(({ flag }) => `${flag.title}. ${cited([flag.text, flag.mark])} Следующий шаг: ${cited([flag.next_step, flag.next_mark])}`)],
      ["Что остаётся возможным", steps(advice.pause)],
      ["Что важнее всего сейчас", three.map((one) => `${one.rank}. ${name(one.id)}: ${one.because.map(why).join("; ") || cited(data.recommendations[one.id].about)}`)],
      ["Три дела на этот месяц", advice.month.map((id) => cited([data.items[id].action, data.items[id].mark]))],
      ["Где вы, что сначала и что потом", [
        ...data.stages.filter((/** @type {any} */ one) => one.id === advice.stage).map((/** @type {any} */ one) => `Стадия: ${one.title}`),
        ...advice.direction ? [`Направление участия: ${data.directions[advice.direction][0]}`] : [],
        ...site.route.steps(data, advice).map((/** @type {any} */ { head, lines }) => [head, ...lines.map((/** @type {any[]} */ [said, number]) => cited([words(said), number]))].join(" "))]],
      ["Остальные рекомендации по порядку", rest.map((one) => `${one.rank}. ${name(one.id)}: ${[...one.because, ...one.closed].slice(0, 1).map(why)[0] || cited(data.recommendations[one.id].about)}`)],
      ["В первую очередь рассмотрите", ways(modes.first)], ["Сравните", ways(modes.compare)], ["Ответы пока говорят против", ways(modes.not_now)], ["Ответы почти не говорят о них", ways(modes.neutral)],
      ["Вы не назвали, а сравнить стоит", [advice.unnamed || []].flat().map((id) => data.families[id].title)],
      ["Куда развиваться", leading().flatMap((/** @type {any} */ way) => data.families[way.id].grows.map((/** @type {any} */ line) => `${data.families[way.id].title}: ${cited(line)}`))],
      ["Какие умения создать", three.flatMap((one) => data.recommendations[one.id].skills.map((/** @type {any} */ line) => `${name(one.id)}: ${cited(line)}`))],
      ["План", steps(advice.plan)], ["Проба", steps(advice.trial)],
      ["Что узнать на «Мой экспорт»", handed().map((/** @type {any} */ one) => `${one.hand[0]} ${cited([one.hand[1], one.mark])}`)],
      ["Ваши ответы", [...state.given].map(([id, options]) => `${asked(id)} — ${options.map((/** @type {string} */ one) => answer(id, one)).join("; ")}`)],
      ["Откуда это", [
        ...["[data-order]", ".key"].map((one) => document.querySelector(one)?.textContent || ""),
        `Версия правил: ${advice.version}. Версия содержания: ${data.version}. Дата: ${dayWords(today())}.`, link()]],
    ]);
    return all.filter(([, lines]) => lines.length);
  }

  /** Lines as a list; numbered ones stay numbered. @param {string[]} lines @param {string} dash */
  const listed = (lines, dash) => lines.map((line) => (/^\d\./.test(line) ? line : dash + line)).join("\n");

  /** @param {any} context @param {import("./engine.js").Advice} advice */
  function text(context, advice) {
    return parts(context, advice).map(([head, lines]) => `${head.toUpperCase()}\n${listed(lines, "— ")}`).join("\n\n");
  }

  /** @param {any} context @param {import("./engine.js").Advice} advice */
  function markdown(context, advice) {
    const even = (/** @type {string} */ line) => (line === context.link() ? `<${line}>` : line.replace(/[\\\x60*_[\]<>#]/g, "\\$&"));
    return ["# Методический навигатор: результат", ...parts(context, advice).map(([head, lines]) => `## ${head}\n\n${listed(lines.map(even), "- ")}`)].join("\n\n") + "\n";
  }

  /** A folded line of a calendar: at most 75 bytes each. @param {string} line */
  function folded(line) {
    let size = 0;
    let made = "";
    for (const sign of line) {
      const bytes = new TextEncoder().encode(sign).length;
      if (size + bytes > 73) {
        made += "\r\n ";
        size = 1;
      }
      made += sign;
      size += bytes;
    }
    return made;
  }

  /** @param {any} context @param {string} day - YYYY-MM-DD. */
  function calendar(context, day) {
    const plain = (/** @type {string} */ words) => words.replace(/[\\;,]/g, "\\$&");
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//navigator//ru", "BEGIN:VEVENT", `UID:${stamp}-${day}@navigator`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`, `SUMMARY:${plain("Проверить решение о внешних рынках: ответы, ограничения, план")}`,
      `DESCRIPTION:${plain("Откройте свой результат, измените то, что изменилось, и сравните:")}\\n${plain(context.link())}`,
      `URL:${context.link()}`, "END:VEVENT", "END:VCALENDAR"].map(folded).join("\r\n") + "\r\n";
  }

  /** @param {string} name @param {string} type @param {string} words */
  function save(name, type, words) {
    const made = document.createElement("a");
    made.href = URL.createObjectURL(new Blob([words], { type: `${type};charset=utf-8` }));
    made.download = name;
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 1000);
  }

  /** Whether the words are on the clipboard now. @param {string} words */
  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = words;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy"); // a page opened from disk has no other way
      field.remove();
      return done;
    }
  }

  site.takeaway = {
    text, markdown, calendar, copied,
    /** @param {any} context */
    saveJson: (context) => save("navigator-answers.json", "application/json", `${JSON.stringify(Object.fromEntries(context.state.given), null, 2)}\n`),
    /** @param {any} context @param {import("./engine.js").Advice} advice */
    saveMarkdown: (context, advice) => save("navigator-result.md", "text/markdown", markdown(context, advice)),
    /** @param {any} context @param {string} day */
    saveCalendar: (context, day) => save("navigator-check.ics", "text/calendar", calendar(context, day)),
  };
})();
