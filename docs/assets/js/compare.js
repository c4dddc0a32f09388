// The comparison of groups: sort by a column, pick groups, keep the picks in the fragment of the address.
(function () {
  "use strict";

  const root = document.querySelector("[data-compare]");
  if (!root) return;
  const boxes = [...root.querySelectorAll(".picks input")];
  const body = root.querySelector("tbody");
  const usual = [...body.rows];
  const columns = [...root.querySelectorAll("th[data-sort]")];
  const all = root.querySelector("[data-all]");
  let sorted = null; // { column, down }; without it the order is the usual one

  function picked() {
    return boxes.filter((box) => box.checked).map((box) => box.value);
  }

  function draw() {
    const ids = picked();
    const only = ids.length > 1;
    for (const part of root.querySelectorAll("[data-group]")) {
      const chosen = ids.includes(part.dataset.group);
      // What is left out; the rest is only dimmed.
      const row = part.matches("tr, .trials > li");
      part.classList.toggle("picked", chosen && !(row && only));
      part.classList.toggle("dimmed", ids.length > 0 && !chosen);
      if (row) part.hidden = only && !chosen;
    }
    for (const column of columns) {
      const mine = sorted?.column === column;
      if (mine) column.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else column.removeAttribute("aria-sort");
      for (const row of usual) row.cells[column.cellIndex].classList.toggle("sorted", mine);
    }
    body.append(...ordered());
    // Two or three stand side by side on a phone, the same attribute on one line.
    const few = only && ids.length < 4;
    body.classList.toggle("beside", few);
    body.style.setProperty("--columns", ids.length);
    body.style.setProperty("--lines", columns.length + 1);
    all.hidden = !ids.length;
    root.querySelector("[data-status]").textContent = `${shown(ids)} ${order()}`.trim();
    differences(few);
  }

  // Two or three groups: where they part and where they are level, in words and in the table.
  function differences(few) {
    const rows = usual.filter((row) => !row.hidden);
    const part = [], level = [];
    for (const { cellIndex: at, textContent: name } of columns) {
      const found = rows.map((row) => row.cells[at].dataset.value);
      const differs = few && new Set(found).size > 1;
      if (differs) part.push(`${name.trim().toLowerCase()} (${found.join(", ").replace(/, (.)$/, "\u00a0и\u00a0$1")})`);
      else level.push(name.trim().toLowerCase());
      for (const row of usual) row.cells[at].classList.toggle("differs", differs);
    }
    const words = root.querySelector("[data-differ]");
    words.hidden = !few;
    words.textContent = (part.length ? `Расходятся (числа\u00a0— в\u00a0порядке колонок): ${part.join("; ")}. ` : "") + (level.length ? `Наравне: ${level.join(", ")}.` : "");
  }

  // Groups without a level come last whichever way the column is sorted; equal ones keep the usual order.
  function ordered() {
    if (!sorted) return usual;
    const level = (row) => Number(row.cells[sorted.column.cellIndex].dataset.value);
    const sign = sorted.down ? -1 : 1;
    return [...usual].sort((a, b) => !level(a) - !level(b) || sign * (level(a) - level(b)));
  }

  function shown(ids) {
    if (!ids.length) return `Показаны все группы: ${usual.length}.`;
    if (ids.length === 1) return "Выделена одна группа. Отметьте ещё одну, и останутся только они.";
    return `Показано групп: ${ids.length} из ${usual.length}.`;
  }

  function order() {
    return sorted ? `Сначала ${sorted.down ? "больше" : "меньше"}: ${sorted.column.textContent.trim().toLowerCase()}.` : "";
  }

  function sort(column) {
    if (sorted?.column !== column) sorted = { column, down: true };
    else sorted = sorted.down ? { column, down: false } : null;
    draw();
  }

  // Takes the picks from #groups=id,id; any other fragment changes nothing.
  function read() {
    const [, list] = /^#groups=(.*)$/.exec(location.hash) || [];
    if (list === undefined) return;
    const asked = list.replaceAll("%2C", ",").split(",").filter(Boolean);
    for (const box of boxes) box.checked = asked.includes(box.value);
    root.querySelector("[data-notice]").hidden = asked.every((id) => boxes.some((box) => box.value === id));
  }

  function keep() {
    const ids = picked();
    root.querySelector("[data-notice]").hidden = true;
    history.replaceState(null, "", location.href.split("#")[0] + (ids.length ? `#groups=${ids.join(",")}` : ""));
    draw();
  }

  for (const column of columns) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...column.childNodes);
    button.addEventListener("click", () => sort(column));
    column.append(button);
  }
  root.querySelector(".picks").addEventListener("change", keep);
  root.querySelector(".picks").addEventListener("submit", (event) => event.preventDefault());
  all.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    keep();
    boxes[0].focus();
  });
  addEventListener("hashchange", () => { read(); draw(); });
  read();
  draw();
  // On a phone whoever comes with picks sees them at once, not the list to pick from.
  root.querySelector(".picks details").open = !picked().length || matchMedia("(min-width: 60rem)").matches;
})();
