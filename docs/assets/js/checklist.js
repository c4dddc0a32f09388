// Ticks of the checklists: kept on this device only, under one key, with the day of each tick.
(function () {
  "use strict";

  const KEY = "navigator.checklists";
  const VERSION = 1;

  // The whole store: { v, sheets: { sheet: { ticks: { item: day }, cleared: { item: day }, level } } }.
  const store = {
    kept: true,
    data: { v: VERSION, sheets: {} },

    read() {
      try {
        const data = JSON.parse(localStorage.getItem(KEY) || "null");
        if (isRecord(data) && data.v === VERSION && isRecord(data.sheets)) this.data = data;
      } catch (fault) {
        // A spoilt entry is begun anew; a blocked storage is told to the reader.
        if (!(fault instanceof SyntaxError)) this.kept = false;
      }
    },

    write() {
      try {
        localStorage.setItem(KEY, JSON.stringify(this.data));
        this.kept = true;
      } catch {
        this.kept = false;
      }
    },

    sheet(id) {
      const { sheets } = this.data;
      if (!isRecord(sheets[id])) sheets[id] = {};
      if (!isRecord(sheets[id].ticks)) sheets[id].ticks = {};
      if (!isRecord(sheets[id].cleared)) delete sheets[id].cleared;
      for (const [item, day] of Object.entries(sheets[id].ticks)) if (!isDay(day)) delete sheets[id].ticks[item];
      return sheets[id];
    },
  };

  function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  function isDay(value) {
    return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function shown(day) {
    const [year, month, date] = day.split("-").map(Number);
    const words = new Date(year, month - 1, date).toLocaleDateString("ru-RU", { day: "numeric", month: "long", year: "numeric" });
    return words.replace(/\s*г\.$/, "");
  }

  function startSheet(root) {
    const items = [...root.querySelectorAll("[data-item]")];
    const tools = root.querySelector(".sheet-tools");
    const reopen = tools.querySelector("[data-reopen]");
    const sheet = () => store.sheet(root.dataset.sheet);

    function draw() {
      const { ticks, cleared, level = "expanded" } = sheet();
      for (const item of items) {
        const day = ticks[item.dataset.item];
        const note = item.querySelector("[data-ticked]");
        item.querySelector("input").checked = Boolean(day);
        note.hidden = !day;
        note.textContent = day ? `Отмечено ${shown(day)}` : "";
        item.hidden = level === "compact" && item.dataset.level !== "compact";
      }
      for (const button of tools.querySelectorAll("[data-level]")) button.setAttribute("aria-pressed", String(button.dataset.level === level));
      tools.querySelector("[data-progress]").textContent = progress(items, ticks);
      tools.querySelector("[data-notice]").hidden = store.kept;
      tools.querySelector("[data-clear]").disabled = !Object.keys(ticks).length;
      reopen.hidden = !cleared;
    }

    function change(edit) {
      // Another tab may have ticked meanwhile; a storage that takes nothing has nothing newer.
      if (store.kept) store.read();
      edit(sheet());
      store.write();
      draw();
    }

    root.addEventListener("change", (event) => {
      const item = event.target.closest("[data-item]");
      if (!item) return;
      const ticked = event.target.checked;
      change((now) => {
        if (ticked) now.ticks[item.dataset.item] = today();
        else delete now.ticks[item.dataset.item];
      });
    });
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if ("level" in button.dataset) change((now) => { now.level = button.dataset.level; });
      if ("print" in button.dataset) print();
      if ("clear" in button.dataset) {
        change((now) => { now.cleared = now.ticks; now.ticks = {}; });
        reopen.focus();
      }
      if ("reopen" in button.dataset) {
        change((now) => { now.ticks = { ...now.cleared, ...now.ticks }; delete now.cleared; });
        tools.querySelector("[data-clear]").focus();
      }
    });
    // The same sheet in another tab.
    addEventListener("storage", (event) => { if (event.key === KEY) { store.read(); draw(); } });

    // An item that a link leads to is shown whatever the level.
    const target = location.hash && items.find((item) => item.id === location.hash.slice(1));
    if (target && target.dataset.level !== "compact") sheet().level = "expanded";
    store.write();
    draw();
  }

  function progress(items, ticks) {
    const days = items.map((item) => ticks[item.dataset.item]).filter(Boolean).sort();
    const main = items.filter((item) => item.dataset.level === "compact");
    const done = main.filter((item) => ticks[item.dataset.item]).length;
    if (!days.length) return `Отмечено 0 из ${items.length}. Отметки остаются на этом устройстве.`;
    return `Отмечено ${days.length} из ${items.length}, главных ${done} из ${main.length}. Дата проверки: ${shown(days.at(-1))}.`;
  }

  function startSummary(mark) {
    const ids = mark.dataset.ids.split(" ");
    const entry = mark.closest("[data-checklist]");
    const { ticks } = store.sheet(entry.dataset.checklist);
    const days = ids.map((id) => ticks[id]).filter(Boolean).sort();
    if (!days.length) return;
    for (const item of entry.querySelectorAll("[data-main]")) {
      if (!ticks[item.dataset.main]) continue;
      item.classList.add("is-done");
      const said = document.createElement("span");
      said.className = "vh";
      said.textContent = " — отмечено";
      item.append(said);
    }
    mark.textContent = `отмечено ${days.length} из ${ids.length}, ${shown(days.at(-1))}`;
    mark.hidden = false;
  }

  store.read();
  document.querySelectorAll("[data-sheet]").forEach(startSheet);
  document.querySelectorAll("[data-done]").forEach(startSummary);
  document.querySelectorAll("button[data-print-page]").forEach((button) => button.addEventListener("click", () => print()));
})();
