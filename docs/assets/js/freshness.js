// @ts-check
// How old a record is by the reader's clock: a page that was built once must not stay fresh for ever.
(function () {
  "use strict";

  /** @typedef {{ remind: string, due: string, gone: string }} Days - Days as ГГГГ-ММ-ДД. */

  const WORDS = { soon: "пора проверить", overdue: "просрочено", stale: "давно просрочено" };
  const ORDER = ["fresh", "soon", "overdue", "stale"];

  /** The reader's own day, not the one of Greenwich. @param {Date} now */
  function today(now = new Date()) {
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** The same four states as in the package: on the due day itself a record is still in time. @param {Days} days @param {string} day */
  function state({ remind, due, gone }, day = today()) {
    if (day > gone) return "stale";
    if (day > due) return "overdue";
    return day >= remind ? "soon" : "fresh";
  }

  /** @param {HTMLElement} age */
  function tell(age) {
    const found = state(/** @type {any} */ (age.dataset));
    age.dataset.state = found;
    if (found === "fresh") return;
    const word = document.createElement("b");
    word.className = "age-word";
    word.textContent = WORDS[/** @type {"soon" | "overdue" | "stale"} */ (found)];
    age.prepend(word, " ");
  }

  /** Overdue entries sink; equal ones keep their order. @param {Element} list */
  function sink(list) {
    const rank = (/** @type {Element} */ entry) => {
      const age = /** @type {HTMLElement | null} */ (entry.querySelector(".age"));
      return ORDER.indexOf(age?.dataset.state || "fresh") > 1 ? ORDER.indexOf(age?.dataset.state || "fresh") : 0;
    };
    const entries = [...list.children];
    if (entries.some(rank)) list.append(...entries.sort((one, other) => rank(one) - rank(other)));
  }

  const site = /** @type {any} */ (globalThis).navigatorSite ??= {};
  site.freshness = { state, today, words: WORDS };
  if (typeof document === "undefined") return;
  for (const age of document.querySelectorAll(".age[data-due]")) tell(/** @type {HTMLElement} */ (age));
  for (const list of document.querySelectorAll("[data-entries]")) sink(list);
})();
