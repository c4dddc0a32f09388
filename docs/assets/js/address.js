// @ts-check
// The state of the tree as text: the fragment of the address, and a code of digits to dictate or to write down.
/**
 * @typedef {import("./engine.js").Tree} Tree
 * @typedef {{ answers: Record<string, string[]>, context: Record<string, string>, survey: string, at: string,
 *   view: string }} Place
 */
(function () {
  "use strict";

  const FORMAT = "1";
  const LONGEST = 4000;
  const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  const VIEWS = ["start", "question", "summary", "all", "result"];
  const CONTEXT = ["industry", "region", "company"];
  const UNKNOWN = "9"; // «не знаю» in the code of a question with one answer

  /**
   * Reads a fragment; whatever it holds, the answer is a place and Russian notices of what could not be read.
   * @param {Tree} tree
   * @param {string} hash
   * @returns {{ place: Place, notices: string[] }}
   */
  function parse(tree, hash) {
    /** @type {Place} */
    const place = { answers: {}, context: {}, survey: "short", at: "", view: "" };
    const notices = [];
    const text = hash.replace(/^#/, "");
    if (text.length > LONGEST) notices.push("Адрес слишком длинный: лишнее мы не читали.");
    let unread = 0;
    for (const pair of text.slice(0, LONGEST).split("&")) {
      if (!pair) continue;
      const [key, value] = decoded(pair);
      const known = tree.byId.has(key);
      const options = value.split(",");
      if (key === "v" && value !== FORMAT) notices.push("Ссылка записана в другом формате: мы прочитали, что смогли.");
      else if (key === "rules" && value !== tree.data.version) {
        notices.push(`Ссылка составлена по другой версии правил, сейчас действует ${tree.data.version}: совет мог измениться.`);
      } else if (key === "survey" && ["short", "full"].includes(value)) place.survey = value;
      else if (key === "view" && VIEWS.includes(value)) place.view = value;
      else if (key === "at" && tree.byId.has(value)) place.at = value;
      else if (CONTEXT.includes(key) && NAME.test(value)) place.context[key] = value;
      else if (known && options.every((one) => NAME.test(one))) place.answers[key] = options;
      else if (!["v", "rules"].includes(key)) unread += 1;
    }
    if (unread) notices.push(`В адресе есть то, чего мы не знаем (${unread}): возможно, ссылка устарела. Остальное на месте.`);
    return { place, notices };
  }

  /** @param {string} pair */
  function decoded(pair) {
    const at = (pair + "=").indexOf("=");
    try {
      return [decodeURIComponent(pair.slice(0, at)), decodeURIComponent(pair.slice(at + 1))];
    } catch {
      return ["", ""];
    }
  }

  /**
   * The fragment of a place, always written the same way.
   * @param {Tree} tree
   * @param {Place} place
   */
  function format(tree, { answers, context, survey, at, view }) {
    const parts = [`v=${FORMAT}`, `rules=${tree.data.version}`];
    for (const { id } of tree.data.questions) if (answers[id]?.length) parts.push(`${id}=${answers[id].join(",")}`);
    if (survey === "full") parts.push("survey=full");
    if (at) parts.push(`at=${at}`);
    if (view) parts.push(`view=${view}`);
    for (const key of CONTEXT) if (context[key]) parts.push(`${key}=${context[key]}`);
    return `#${parts.join("&")}`;
  }

  /**
   * Digits that the answer to a question takes: one, or as many as the sum of all options needs.
   * @param {import("./engine.js").Question} question
   */
  function width(question) {
    return question.multiple ? String(2 ** question.options.length).length : 1;
  }

  /** The questions of a code. @param {Tree} tree @param {boolean} full */
  function coded(tree, full) {
    return tree.data.questions.filter((one) => full || one.survey === "short");
  }

  /**
   * The code of the answers: digits in groups of four, two check digits last.
   *
   * A question with one answer gives one digit: 0 not answered, 1–8 the option in its order, 9 «не знаю». A question
   * with several gives the sum of 1, 2, 4… of its options, and the next power of two for «не знаю».
   * @param {Tree} tree
   * @param {Record<string, string[]>} answers
   */
  function code(tree, answers) {
    const full = tree.data.questions.some((one) => one.survey === "full" && answers[one.id]?.length);
    const body = coded(tree, full).map((question) => {
      const chosen = answers[question.id] || [];
      const at = (/** @type {string} */ id) => question.options.findIndex((one) => one.id === id);
      const unknown = chosen[0] === "dont-know";
      if (question.multiple) {
        const sum = unknown ? 2 ** question.options.length : chosen.reduce((all, id) => all + 2 ** at(id), 0);
        return String(sum).padStart(width(question), "0");
      }
      return unknown ? UNKNOWN : String(chosen.length ? at(chosen[0]) + 1 : 0);
    }).join("");
    return (body + check(tree, body)).replace(/(\d{4})(?=\d)/g, "$1 ");
  }

  /**
   * The answers of a code, or a Russian sentence of what is wrong with it.
   * @param {Tree} tree
   * @param {string} text
   * @returns {{ answers: Record<string, string[]>, unchecked?: boolean } | { fault: string }}
   */
  function decode(tree, text) {
    const digits = text.replace(/[\s-]/g, "");
    const size = (/** @type {boolean} */ full) => coded(tree, full).reduce((all, one) => all + width(one), 0);
    const sizes = [size(false), size(true)];
    if (!/^\d+$/.test(digits)) return { fault: "В коде только цифры: наберите его заново." };
    const full = [sizes[1], sizes[1] + 2].includes(digits.length);
    const body = digits.slice(0, sizes[Number(full)]);
    const tail = digits.slice(body.length);
    if (![sizes[0], sizes[1]].includes(body.length) || (tail && tail.length !== 2)) {
      return { fault: `В коде должно быть ${sizes[0] + 2} или ${sizes[1] + 2} цифр, а здесь ${digits.length}. Проверьте, все ли на месте.` };
    }
    if (tail && tail !== check(tree, body)) {
      return { fault: "Код не сходится: в нём ошибка в цифре, или он составлен для другой версии вопросов." };
    }
    /** @type {Record<string, string[]>} */
    const answers = {};
    let at = 0;
    for (const question of coded(tree, full)) {
      const number = Number(body.slice(at, at += width(question)));
      const { options, multiple } = question;
      const unknown = multiple ? number === 2 ** options.length : number === Number(UNKNOWN);
      const chosen = multiple ? options.filter((_, bit) => number & (2 ** bit)) : options.slice(number - 1, number);
      if (unknown) answers[question.id] = ["dont-know"];
      else if (number && !chosen.length) return { fault: `В коде нет такого варианта: цифра ${number} в вопросе ${tree.data.questions.indexOf(question) + 1}.` };
      else if (number) answers[question.id] = chosen.map((one) => one.id);
    }
    return tail ? { answers } : { answers, unchecked: true };
  }

  /**
   * Two check digits (ISO 7064, modulo 97): one wrong digit or two swapped ones do not pass. They also depend on the
   * questions themselves, so a code of other questions does not pass either.
   * @param {Tree} tree
   * @param {string} body
   */
  function check(tree, body) {
    const shape = tree.data.questions.map((one) => one.id + one.options.map((option) => option.id)).join();
    let rest = 0;
    for (const sign of shape) rest = (rest * 31 + sign.charCodeAt(0)) % 97;
    for (const digit of body) rest = (rest * 10 + Number(digit)) % 97;
    return String(98 - ((rest * 100) % 97)).padStart(2, "0");
  }

  const site = (globalThis.navigatorSite ??= {});
  site.address = { parse, format, code, decode };
})();
