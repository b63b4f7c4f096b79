"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = document.body.dataset;
  const rows = all("tr[id]");
  const search = one("#search");
  const filters = { tracks: one("#track"), issues: one("#issue") };
  const details = one("#details");
  let cameFrom = null;

  const make = (name, text) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const said = (pattern, places) => pattern.replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place);
  /** A text as it is compared: without accents, marks and case. */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // Searching and filtering

  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, plain(row.textContent));
    return texts.get(row);
  };
  const chosen = (filter) => filters[filter]?.value ?? "";
  const belongs = (row, filter) =>
    !chosen(filter) || (row.dataset[filter] ?? "").split(" ").includes(chosen(filter));

  function narrow() {
    const wanted = plain(search.value).split(/\s+/).filter(Boolean);
    const isNarrowed = wanted.length > 0 || Boolean(chosen("tracks") || chosen("issues"));
    document.documentElement.classList.toggle("narrowed", isNarrowed);
    let shown = 0;
    for (const row of rows) {
      const fits = belongs(row, "tracks") && belongs(row, "issues") && wanted.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      if (fits) ++shown;
    }
    for (const section of all("section.table")) {
      const own = all("tr[id]", section);
      const left = own.filter((row) => !row.hidden).length;
      section.classList.toggle("none", left === 0);
      one(".shown", section).textContent = isNarrowed ? said(words.wordsSome, { shown: left, total: own.length }) : "";
    }
    for (const mark of marks) {
      const row = rowOf(mark);
      mark.classList.toggle("faint", isNarrowed && row !== null && row.hidden);
    }
    const pattern = !isNarrowed ? words.wordsAll : shown ? words.wordsSome : words.wordsNothing;
    one("#count").textContent = said(pattern, { shown, total: rows.length });
  }

  // Marks in drawings: what stands for an element can be chosen. One of each drawing is in the tab order; arrows move on.

  const drawings = all("figure.drawing svg");
  const nameOfMark = (mark) => mark.id.replace(/_\d+$/, "").slice(mark.ownerSVGElement.dataset.prefix.length + 1);
  const rowOf = (mark) => document.getElementById("e-" + nameOfMark(mark));
  const marks = [];

  function prepare(svg) {
    svg.dataset.prefix = svg.getAttribute("aria-labelledby").split("_title")[0];
    svg.setAttribute("role", "group");
    svg.setAttribute("aria-roledescription", words.wordsFigure);
    const own = all("g[id]", svg).filter((mark) => rowOf(mark));
    own.forEach((mark, place) => {
      mark.setAttribute("tabindex", place === 0 ? "0" : "-1");
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", one("title", mark)?.textContent ?? one("th", rowOf(mark)).textContent);
    });
    marks.push(...own);
    svg.addEventListener("click", (event) => {
      const mark = event.target.closest("g[role=button]");
      if (mark) choose("e-" + nameOfMark(mark), mark);
    });
    svg.addEventListener("keydown", (event) => step(event, own));
  }

  function step(event, own) {
    const at = own.indexOf(event.target);
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose("e-" + nameOfMark(event.target), event.target);
      return;
    }
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const moves = { [forward]: at + 1, ArrowDown: at + 1, [backward]: at - 1, ArrowUp: at - 1, Home: 0, End: own.length - 1 };
    const next = own[moves[event.key]];
    if (!next) return;
    event.preventDefault();
    goTo(next);
  }

  function goTo(mark) {
    for (const other of all("g[tabindex='0']", mark.ownerSVGElement)) other.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    mark.focus();
    mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // What names an element, found once it is first asked for.

  let naming = null;
  function rowsNaming(id) {
    if (!naming) {
      naming = new Map();
      for (const link of all("td a[href^='#e-']")) {
        const target = link.getAttribute("href").slice(1);
        if (!naming.has(target)) naming.set(target, new Set());
        naming.get(target).add(link.closest("tr"));
      }
    }
    return [...(naming.get(id) ?? [])];
  }

  // The details of one element

  const cellsOf = (row) => [...row.cells].filter((cell) => cell.tagName === "TD" && !cell.classList.contains("more"));

  function fieldsOf(row) {
    const heads = all("thead th", row.closest("table"));
    const list = make("dl");
    for (const cell of cellsOf(row)) {
      if (!cell.textContent) continue;
      const value = make("dd");
      value.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      list.append(make("dt", heads[cell.cellIndex].textContent), value);
    }
    const more = one(".more dl", row);
    if (more) list.append(...[...more.childNodes].map((node) => node.cloneNode(true)));
    return list;
  }

  function linkedWith(id) {
    const bySection = new Map();
    for (const row of rowsNaming(id)) {
      const title = one("h2 .name", row.closest("section")).textContent;
      if (!bySection.has(title)) bySection.set(title, make("ul"));
      const link = make("a");
      link.href = "#" + row.id;
      link.append(...[...one("th a", row).childNodes].map((node) => node.cloneNode(true)));
      const item = make("li");
      item.append(link);
      bySection.get(title).append(item);
    }
    return [...bySection].flatMap(([title, list]) => [make("h3", title), list]);
  }

  function show(id) {
    const row = document.getElementById(id);
    const isShown = Boolean(row?.matches("tr[id]"));
    for (const old of all(".chosen")) old.classList.remove("chosen");
    for (const old of all("a[aria-current]")) old.removeAttribute("aria-current");
    details.hidden = !isShown;
    document.documentElement.classList.toggle("open", isShown);
    if (!isShown) return;
    row.classList.add("chosen");
    one("th a", row).setAttribute("aria-current", "true");
    const own = marks.filter((mark) => "e-" + nameOfMark(mark) === id);
    for (const mark of own) mark.classList.add("chosen");
    one("#details-kind").textContent = row.closest("table").dataset.kind;
    one("#details-title").replaceChildren(...[...one("th a", row).childNodes].map((node) => node.cloneNode(true)));
    const linked = linkedWith(id);
    const parts = [fieldsOf(row)];
    if (linked.length) parts.push(make("h2", words.wordsLinked), ...linked);
    one("#details-body").replaceChildren(...parts);
    for (const button of all("#details-places button")) {
      const mark = own.find((candidate) => candidate.ownerSVGElement.dataset.prefix === button.dataset.place);
      button.hidden = button.dataset.place !== "e" && !mark;
      button.onclick = () => (mark ? goTo(mark) : toRow(row));
    }
    details.scrollTop = 0;
  }

  function toRow(row) {
    row.hidden = false;
    row.closest("section").classList.remove("none");
    row.scrollIntoView({ block: "center" });
    one("th a", row).focus({ preventScroll: true });
  }

  /** Shows an element and puts it into the address, so that going back goes back. */
  function choose(id, from) {
    if (!details.contains(from)) cameFrom = from;
    if (location.hash !== "#" + id) history.pushState(null, "", "#" + id);
    show(id);
    if (!details.contains(from)) from.scrollIntoView({ block: "nearest" });
    one("#details-title").focus({ preventScroll: true });
  }

  function close() {
    history.pushState(null, "", location.href.split("#")[0]);
    show("");
    if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
    cameFrom = null;
  }

  const named = () => decodeURIComponent(location.hash.slice(1));

  document.documentElement.classList.add("scripted");
  drawings.forEach(prepare);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#e-']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link.getAttribute("href").slice(1), link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !details.hidden) close();
  });
  one("#close").addEventListener("click", close);
  one("form").addEventListener("submit", (event) => event.preventDefault());
  one("form").addEventListener("reset", () => setTimeout(narrow));
  search.addEventListener("input", narrow);
  for (const filter of Object.values(filters)) filter?.addEventListener("change", narrow);
  addEventListener("popstate", () => show(named()));
  narrow();
  show(named());
})();
