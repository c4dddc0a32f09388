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
    const why = (/** @type {import("./engine.js").Because} */ one) => `${bare(one.reason)} («${answer(one.question, one.option)}»)`;
    const words = (/** @type {string | any[]} */ said) => [said].flat().map((one) => (typeof one === "string" ? one : `«${name(one[0])}»`)).join("");
    const ways = (/** @type {import("./engine.js").Way[]} */ all) => all.map((way) =>
      [data.families[way.id].title, way.for.length ? `за: ${way.for.map(why).join("; ")}` : "", way.against.length ? `против: ${way.against.map(why).join("; ")}` : "",
        way.changes.length ? `что должно измениться: ${way.changes.map((one) => bare(one.change)).join("; ")}` : ""].filter(Boolean).join(" — "));
    const { modes } = advice;
    const three = advice.recommendations.filter((one) => one.priority);
    const rest = advice.recommendations.filter((one) => !one.priority);
    const all = /** @type {[string, string[]][]} */ ([
      ["Предупреждения", advice.flags.map(({ flag }) => `${flag.title}. ${flag.text} Следующий шаг: ${flag.next_step}`)],
      ["Что остаётся возможным", advice.pause.map((one) => one.text)],
      ["Что важнее всего сейчас", three.map((one) => `${one.rank}. ${name(one.id)}: ${one.because.map(why).join("; ") || data.recommendations[one.id].about[0]}`)],
      ["Три дела на этот месяц", advice.month.map((id) => data.items[id].action)],
      ["Где вы, что сначала и что потом", [
        ...data.stages.filter((/** @type {any} */ one) => one.id === advice.stage).map((/** @type {any} */ one) => `Стадия: ${one.title}`),
        ...advice.direction ? [`Направление участия: ${data.directions[advice.direction][0]}`] : [],
        ...site.route.steps(data, advice).map((/** @type {any} */ { head, lines }) => [head, ...lines.map((/** @type {any[]} */ [said]) => words(said))].join(" "))]],
      ["Остальные рекомендации по порядку", rest.map((one) => `${one.rank}. ${name(one.id)}: ${[...one.because, ...one.closed].slice(0, 1).map(why)[0] || data.recommendations[one.id].about[0]}`)],
      ["В первую очередь рассмотрите", ways(modes.first)], ["Сравните", ways(modes.compare)], ["Ответы пока говорят против", ways(modes.not_now)],
      ["План", advice.plan.map((one) => one.text)], ["Проба", advice.trial.map((one) => one.text)],
      ["Ваши ответы", [...state.given].map(([id, options]) => `${asked(id)} — ${options.map((/** @type {string} */ one) => answer(id, one)).join("; ")}`)],
      ["Откуда это", [
        document.querySelector("[data-order]")?.textContent || "",
        `Версия правил: ${advice.version}. Версия содержания: ${data.version}. Дата: ${dayWords(today())}.`, link()]],
    ]);
    return all.filter(([, lines]) => lines.length);
  }

  /** @param {any} context @param {import("./engine.js").Advice} advice */
  function text(context, advice) {
    return parts(context, advice).map(([head, lines]) => `${head.toUpperCase()}\n${lines.map((line) => (/^\d\./.test(line) ? line : `— ${line}`)).join("\n")}`).join("\n\n");
  }

  /** @param {any} context @param {import("./engine.js").Advice} advice */
  function markdown(context, advice) {
    const even = (/** @type {string} */ line) => line.replace(/[\\\x60*_[\]<>#]/g, "\\$&");
    return `# Методический навигатор: результат\n\n${parts(context, advice).map(([head, lines]) => `## ${head}\n\n${lines.map((line) => (/^\d\./.test(line) ? even(line) : `- ${even(line)}`)).join("\n")}`).join("\n\n")}\n`;
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
