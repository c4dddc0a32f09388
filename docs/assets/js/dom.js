// @ts-check
// Makes elements. Words only ever become text, never markup.
(function () {
  "use strict";

  /**
   * @param {string} tag - With classes after dots: `p.quiet`.
   * @param {Record<string, any> | null} attributes - `on…` functions listen, false and null leave the attribute out.
   * @param {...any} children - Nodes, words, arrays of them; null and false are left out.
   * @returns {HTMLElement}
   */
  function h(tag, attributes, ...children) {
    const [name, ...classes] = tag.split(".");
    const made = document.createElement(name);
    if (classes.length) made.className = classes.join(" ");
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.flat(3).filter((one) => one !== null && one !== undefined && one !== false));
    return made;
  }

  /** «1 вопрос», «2 вопроса», «5 вопросов». @param {number} number @param {string[]} words */
  function counted(number, [one, few, many]) {
    const tens = number % 100;
    const last = tens > 10 && tens < 15 ? 5 : number % 10;
    return `${number} ${last === 1 ? one : last > 1 && last < 5 ? few : many}`;
  }

  /** «7 вопросов», «1 вопроса» after «не больше». @param {number} number */
  function upTo(number) {
    return counted(number, ["вопроса", "вопросов", "вопросов"]);
  }

  /** A day as a reader writes it. @param {string} day - YYYY-MM-DD. */
  function dayWords(day) {
    const [year, month, date] = day.split("-").map(Number);
    return new Date(year, month - 1, date).toLocaleDateString("ru-RU", { day: "numeric", month: "long", year: "numeric" }).replace(/\s*г\.$/, "");
  }

  /** The day some days from now on this device, YYYY-MM-DD. @param {number} [later] */
  function today(later = 0) {
    const now = new Date();
    const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
    return [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  const site = (globalThis.navigatorSite ??= {});
  site.dom = { h, counted, upTo, dayWords, today };
})();
