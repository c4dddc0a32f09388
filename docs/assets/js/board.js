// @ts-check
// Says how many records are overdue by the reader's clock; freshness.js has marked the rows.
(function () {
  "use strict";

  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-board-now]"));
  if (!place) return;
  const counts = { soon: 0, overdue: 0, stale: 0 };
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-records]"))) {
    const age = /** @type {HTMLElement | null} */ (row.querySelector(".age"));
    const state = age?.dataset.state || "fresh";
    if (state in counts) counts[/** @type {"soon" | "overdue" | "stale"} */ (state)] += Number(row.dataset.records);
  }
  const late = counts.overdue + counts.stale;
  place.textContent = late + counts.soon
    ? `По вашим часам просрочено записей: ${late}, из них давно: ${counts.stale}. Пора проверить: ${counts.soon}.`
    : "По вашим часам ничего не просрочено и проверять заново пока нечего.";
  place.classList.toggle("late", late > 0);
  place.hidden = false;
})();
