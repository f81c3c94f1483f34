"use strict";
// What belongs together stands in the page: sentences with the same data-l are one link. Nothing is compared here.
// It can be opened anew for other articles in the same page: the function returns what ends it.
function openReport() {
  const ended = new AbortController();
  const on = (target, type, act, options = {}) => target.addEventListener(type, act, { ...options, signal: ended.signal });
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  root.classList.add("js");
  const main = $("articles"), canvas = $("links");
  const panes = { a: $("a"), b: $("b") };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const READING = 0.3; // where in a pane one reads: what stands there is kept level with its partner

  // Links: their sentences on both sides, their kinds, and whether a filter hides them.
  const links = [];
  for (const side of ["a", "b"]) {
    for (const element of panes[side].querySelectorAll(".s")) {
      const n = +element.dataset.l;
      links[n] ??= { n, a: [], b: [], kind: element.classList[1], moved: element.classList.contains("moved"), off: false };
      links[n][side].push(element);
    }
  }
  const blocks = { a: [...panes.a.querySelectorAll(".block")], b: [...panes.b.querySelectorAll(".block")] };
  const linkOf = (element) => links[+element.dataset.l];
  const sideOf = (element) => (panes.a.contains(element) ? "a" : "b");
  const changed = (link) => !link.off && (link.kind !== "same" || link.moved);

  // Lines between the columns, for what can be seen.
  const inView = { a: new Set(), b: new Set() }; // blocks
  function firstBelow(elements, y) { // the first element that ends below y; tops ascend
    let low = 0, high = elements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      elements[middle].getBoundingClientRect().bottom <= y ? (low = middle + 1) : (high = middle);
    }
    return low;
  }
  function between(elements, top, bottom) {
    const found = [];
    for (let n = firstBelow(elements, top); n < elements.length; n++) {
      if (elements[n].getBoundingClientRect().top > bottom) break;
      found.push(elements[n]);
    }
    return found;
  }
  function visibleSentences(side) {
    const frame = panes[side].getBoundingClientRect();
    const top = Math.max(frame.top, 0), bottom = Math.min(frame.bottom, innerHeight);
    inView[side] = new Set(between(blocks[side], top, bottom));
    return [...inView[side]]
      .flatMap((block) => between(block.children, top, bottom))
      .flatMap((paragraph) => between(paragraph.getElementsByClassName("s"), top, bottom));
  }
  function extent(elements, side) { // top and bottom; of what is not laid out, where its block is
    let top = Infinity, bottom = -Infinity;
    for (const element of elements) {
      const block = element.closest(".block");
      const box = (inView[side].has(block) ? element : block).getBoundingClientRect();
      top = Math.min(top, box.top);
      bottom = Math.max(bottom, inView[side].has(block) ? box.bottom : box.top + 20);
    }
    return [top, bottom];
  }
  let pending = 0;
  const redraw = () => { pending ||= requestAnimationFrame(() => { pending = 0; draw(); markStrips(); }); };
  function draw() {
    const frame = canvas.getBoundingClientRect();
    if (!frame.width) return;
    const head = panes.a.querySelector("h2").offsetHeight;
    const low = head - 400, high = frame.height + 400, w = frame.width;
    const clip = (y) => Math.max(low, Math.min(high, y - frame.top)).toFixed(1);
    const seen = new Set([...visibleSentences("a"), ...visibleSentences("b")].map(linkOf));
    const shapes = [];
    for (const link of [...seen].sort((x, y) => x.moved - y.moved || x.n - y.n)) {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const [a1, a2] = extent(link.a, "a").map(clip), [b1, b2] = extent(link.b, "b").map(clip);
      const kinds = [link.kind, link.moved && "moved", link.off && "off", link === lit && "lit"];
      path.setAttribute("class", kinds.filter(Boolean).join(" "));
      if (!link.b.length) path.setAttribute("d", `M0 ${a1}L${w * 0.12} ${a1}L${w * 0.12} ${a2}L0 ${a2}Z`);
      else if (!link.a.length) path.setAttribute("d", `M${w} ${b1}L${w * 0.88} ${b1}L${w * 0.88} ${b2}L${w} ${b2}Z`);
      else path.setAttribute("d", `M0 ${a1}C${w / 2} ${a1} ${w / 2} ${b1} ${w} ${b1}L${w} ${b2}C${w / 2} ${b2} ${w / 2} ${a2} 0 ${a2}Z`);
      path.dataset.l = link.n;
      shapes.push(path);
    }
    canvas.replaceChildren(...shapes);
  }
  function markStrips() {
    for (const strip of document.querySelectorAll(".strip")) {
      const pane = panes[strip.dataset.pane], frame = strip.querySelector("i");
      const height = strip.clientHeight;
      frame.style.top = `${(pane.scrollTop / pane.scrollHeight) * height}px`;
      frame.style.height = `${Math.max((pane.clientHeight / pane.scrollHeight) * height, 8)}px`;
    }
  }
  for (const strip of document.querySelectorAll(".strip")) {
    const go = (event) => {
      const pane = panes[strip.dataset.pane], box = strip.getBoundingClientRect();
      pane.scrollTop = ((event.clientY - box.top) / box.height) * pane.scrollHeight - pane.clientHeight / 2;
    };
    on(strip, "pointerdown", (event) => { strip.setPointerCapture(event.pointerId); go(event); });
    on(strip, "pointermove", (event) => { if (event.buttons) go(event); });
  }

  // Light: a sentence and its partners.
  let lit = null;
  function light(link) {
    if (lit === link) return;
    if (lit) for (const element of [...lit.a, ...lit.b]) element.classList.remove("lit");
    lit = link;
    if (lit) for (const element of [...lit.a, ...lit.b]) element.classList.add("lit");
    redraw();
  }
  const bar = document.querySelector(".bar");
  function frameOf(side) { // what can be seen of a pane
    const box = panes[side].getBoundingClientRect();
    const top = Math.max(box.top, bar.getBoundingClientRect().bottom) + panes[side].querySelector("h2").offsetHeight;
    return { top, bottom: Math.min(box.bottom, innerHeight) };
  }
  const reading = (frame) => frame.top + (frame.bottom - frame.top) * READING;
  function showIn(side, element, y) { // scrolls a pane, and no more than the pane, so that an element stands at a height
    const pane = panes[side], goal = y ?? reading(frameOf(side));
    quiet("a");
    quiet("b");
    for (let pass = 0; pass < 3; pass++) { // what comes into view is laid out only then, and moves what is below it
      const shift = element.getBoundingClientRect().top - goal;
      if (Math.abs(shift) < 1) break;
      pane.scrollTop += shift;
    }
    if (main.scrollWidth > main.clientWidth + 4 && y === undefined) {
      main.scrollTo({ left: pane.offsetLeft - 24, behavior: still.matches ? "auto" : "smooth" });
    }
  }
  function isVisible(side, element) {
    const frame = frameOf(side), box = element.getBoundingClientRect();
    return box.top >= frame.top - 4 && box.top <= frame.bottom - 40;
  }
  const other = { a: "b", b: "a" };
  function showPartners(element) {
    quiet("a"); // the browser too may have scrolled, to what got the focus
    quiet("b");
    const link = linkOf(element), side = sideOf(element), there = other[side];
    if (link[there].length && !link[there].some((partner) => isVisible(there, partner))) {
      const frame = frameOf(there);
      showIn(there, link[there][0], Math.max(frame.top + 8, Math.min(element.getBoundingClientRect().top, frame.bottom - 80)));
    }
  }
  let waiting = 0;
  for (const side of ["a", "b"]) {
    on(panes[side], "pointerover", (event) => {
      const element = event.target.closest(".s");
      clearTimeout(waiting);
      if (!element || event.pointerType === "touch") return;
      light(linkOf(element));
      waiting = setTimeout(() => showPartners(element), 160); // not for a pointer that passes by
    });
    on(panes[side], "pointerleave", () => { clearTimeout(waiting); light(current >= 0 ? links[current] : null); });
    on(panes[side], "focusin", (event) => {
      const element = event.target.closest(".s");
      if (element) { light(linkOf(element)); showPartners(element); }
    });
    on(panes[side], "click", (event) => {
      const element = event.target.closest(".s");
      if (!element) return;
      light(linkOf(element));
      const number = event.target.closest(".n");
      if (number) {
        event.preventDefault();
        const target = document.querySelector(number.getAttribute("href"));
        const there = sideOf(target);
        showIn(there, target);
        target.querySelector(".n").focus({ preventScroll: true });
      } else showPartners(element);
    });
  }
  on(canvas, "click", (event) => {
    const path = event.target.closest("path");
    if (path) goTo(links[+path.dataset.l]);
  });

  // Both sides scroll together: what is read on one stays level with its partner on the other.
  const together = $("together");
  const quietUntil = { a: 0, b: 0 };
  const quiet = (side) => { quietUntil[side] = performance.now() + 200; };
  const chain = { a: [], b: [] }; // sentences with a partner, in order on both sides
  for (const link of links) {
    if (link?.a.length && link.b.length && !link.moved) { chain.a.push(link.a[0]); chain.b.push(link.b[0]); }
  }
  function follow(side) {
    const from = chain[side], to = chain[other[side]];
    if (!from.length) return;
    const pane = panes[side], target = panes[other[side]];
    const y = pane.getBoundingClientRect().top + pane.clientHeight * READING;
    const n = Math.min(firstBelow(from, y), from.length - 1);
    const before = Math.max(n - 1, 0);
    const top = (element) => element.getBoundingClientRect().top;
    const y1 = top(from[before]), y2 = top(from[n]);
    const share = y2 > y1 ? Math.max(0, Math.min(1, (y - y1) / (y2 - y1))) : 0;
    const goal = top(to[before]) + share * (top(to[n]) - top(to[before]));
    const shift = goal - (target.getBoundingClientRect().top + target.clientHeight * READING);
    const ends = pane.scrollTop <= 1 ? -Infinity : pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1 ? Infinity : 0;
    quiet(other[side]);
    target.scrollTop = ends === -Infinity ? 0 : ends === Infinity ? target.scrollHeight : target.scrollTop + shift;
  }
  for (const side of ["a", "b"]) {
    on(panes[side], "scroll", () => {
      redraw();
      if (together.getAttribute("aria-pressed") === "true" && performance.now() > quietUntil[side] && canvas.clientWidth) follow(side);
    }, { passive: true });
  }
  on(window, "scroll", redraw, { passive: true });
  on(window, "resize", redraw);
  on(together, "click", () => {
    together.setAttribute("aria-pressed", String(together.getAttribute("aria-pressed") !== "true"));
  });

  // From change to change.
  let current = -1;
  const place = $("place");
  const weight = ["substantive", "open", "accidental"];
  function nameLink(link) { // by what changed in it, the weightiest first
    const mine = editsOf(link).filter((edit) => edit.on).sort((x, y) => weight.indexOf(x.verdict) - weight.indexOf(y.verdict));
    const whole = ["same", "edited"].includes(link.kind) ? [] : [link.kind];
    const names = new Set([...whole, ...mine.map((edit) => edit.kind), ...(link.moved ? ["moved"] : [])]);
    return [...names].join(" · ") || link.kind;
  }
  const say = (link) => {
    const numbers = (side) => link[side].map((element) => element.id.slice(1)).join(", ");
    const sides = ["a", "b"].filter((side) => link[side].length).map((side) => `${side.toUpperCase()} ${numbers(side)}`);
    const all = links.filter((one) => one && changed(one));
    return `${all.indexOf(link) + 1} of ${all.length}: ${nameLink(link)}, ${sides.join(" → ")}`;
  };
  function goTo(link, element) {
    for (const old of document.querySelectorAll(".s.at")) old.classList.remove("at");
    current = link.n;
    const first = element ?? link.a[0] ?? link.b[0];
    const side = sideOf(first);
    if (main.getBoundingClientRect().top > innerHeight * 0.35 || main.getBoundingClientRect().bottom < innerHeight * 0.6) {
      scrollTo({ top: scrollY + main.getBoundingClientRect().top - bar.offsetHeight });
    }
    showIn(side, first);
    if (link[other[side]].length) showIn(other[side], link[other[side]][0], reading(frameOf(side)));
    else if (canvas.clientWidth) follow(side);
    for (const one of [...link.a, ...link.b]) one.classList.add("at");
    light(link);
    place.textContent = say(link);
    redraw();
  }
  function step(way) {
    const all = links.filter((link) => link && changed(link));
    if (!all.length) { place.textContent = "no changes"; return; }
    let next = way > 0 ? all.find((link) => link.n > current) : all.findLast((link) => link.n < current || current < 0);
    next ??= way > 0 ? all[0] : all[all.length - 1];
    goTo(next);
  }
  on($("next"), "click", () => step(1));
  on($("previous"), "click", () => step(-1));

  // Filters: by verdict, by kind of sentence, by kind of edit. What an edit is, its row in the table tells.
  const edits = $("edits");
  const told = (edits ? [...edits.querySelectorAll("tr[data-k]")] : []).map((row) => (
    { row, kind: row.dataset.k, verdict: row.dataset.v, left: "x" in row.dataset, on: true }
  ));
  const byLink = new Map();
  for (const edit of told) {
    const link = +edit.row.querySelector("a[data-e]").dataset.l;
    byLink.set(link, [...(byLink.get(link) ?? []), edit]);
  }
  const editsOf = (link) => byLink.get(link.n) ?? [];
  const switches = [...document.querySelectorAll("[data-f], [data-v]")].filter((one) => one.matches("button"));
  const verdicts = switches.filter((one) => one.dataset.v);
  const nameOf = (one) => one.dataset.f ?? one.dataset.v;
  const isOn = (one) => one.getAttribute("aria-pressed") === "true";
  const turn = (one, on) => one.setAttribute("aria-pressed", String(on));
  const meaning = $("meaning");
  const meaningOnly = () => verdicts.every((one) => isOn(one) === (one.dataset.v === "substantive"));
  function filter() {
    const off = new Set(switches.filter((one) => !isOn(one)).map(nameOf));
    const narrow = verdicts.some((one) => !isOn(one)) || told.some((edit) => edit.left);
    for (const edit of told) {
      edit.on = !edit.left && !off.has(edit.kind) && !off.has(edit.verdict);
      edit.row.classList.toggle("off", !edit.on);
    }
    for (const mark of document.querySelectorAll(".pane [data-k]")) {
      const mine = mark.dataset.e ? mark.dataset.e.split(" ").map((n) => told[n])
        : editsOf(linkOf(mark.closest(".s"))).filter((edit) => edit.kind === mark.dataset.k);
      mark.classList.toggle("off", mine.length ? !mine.some((edit) => edit.on) : off.has(mark.dataset.k));
    }
    for (const link of links) {
      if (!link) continue;
      const kinds = [link.kind === "same" ? null : link.kind, link.moved ? "moved" : null].filter(Boolean);
      link.off = kinds.length > 0 && kinds.every((kind) => off.has(kind));
      if (!link.off && (narrow || String(kinds) === "edited")) link.off = !editsOf(link).some((edit) => edit.on) && !hasMarks(link);
      for (const element of [...link.a, ...link.b]) element.classList.toggle("off", link.off);
    }
    turn(meaning, meaningOnly());
    redraw();
  }
  const hasMarks = (link) => [...link.a, ...link.b].some((element) => element.querySelector("[data-k]:not(.off)"));
  for (const one of switches) {
    on(one, "click", () => {
      turn(one, !isOn(one));
      for (const edit of told) if ([edit.kind, edit.verdict].includes(nameOf(one))) edit.left = false;
      filter();
    });
  }
  on(meaning, "click", () => {
    const back = meaningOnly();
    for (const one of verdicts) turn(one, back || one.dataset.v === "substantive");
    filter();
  });
  meaning.hidden = verdicts.length === 0;
  turn(meaning, verdicts.length > 0 && meaningOnly());
  if (switches.some((one) => !isOn(one)) || told.some((edit) => edit.left)) filter();

  // The table of edits: a screenful of rows first, without accidental wording, and jumps to the place.
  const bodies = edits ? [...edits.querySelectorAll("tbody")] : [];
  function button(text) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "more";
    made.textContent = text;
    return made;
  }
  const minor = edits ? edits.querySelectorAll("tr.minor").length : 0;
  if (minor) {
    edits.classList.add("brief");
    const also = button(`accidental wording (${minor})`);
    also.setAttribute("aria-pressed", "false");
    on(also, "click", () => also.setAttribute("aria-pressed", String(!edits.classList.toggle("brief"))));
    edits.querySelector("h2").after(also);
  }
  if (bodies.length > 1) {
    for (const body of bodies.slice(1)) body.hidden = true;
    const more = button("more edits");
    on(more, "click", () => {
      bodies.find((body) => body.hidden).hidden = false;
      more.hidden = !bodies.some((body) => body.hidden);
    });
    edits.append(more);
  }
  if (edits) on(edits, "click", (event) => {
    const anchor = event.target.closest("a[data-e]");
    if (!anchor) return;
    event.preventDefault();
    const link = links[+anchor.dataset.l];
    const marks = [...link.a, ...link.b].flatMap((element) => [...element.querySelectorAll("[data-e]")])
      .filter((mark) => mark.dataset.e.split(" ").includes(anchor.dataset.e));
    const first = marks[0]?.closest(".s");
    goTo(link, first);
    for (const mark of document.querySelectorAll(".flash")) mark.classList.remove("flash");
    for (const mark of marks) mark.classList.add("flash");
    (first ?? link.a[0] ?? link.b[0]).querySelector(".n").focus({ preventScroll: true });
  });

  // Search.
  const search = $("search"), hits = $("hits");
  let found = [], at = -1;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”„«»]/g, '"').toLowerCase();
  const folded = new Map();
  const all = [...document.querySelectorAll(".s")];
  function wordsOf(element) {
    if (!folded.has(element)) folded.set(element, fold([...element.childNodes].slice(1).map((node) => node.textContent).join("")));
    return folded.get(element);
  }
  function seek() {
    for (const element of found) element.classList.remove("hit");
    const wanted = fold(search.value.trim());
    found = wanted ? all.filter((element) => wordsOf(element).includes(wanted)) : [];
    for (const element of found) element.classList.add("hit");
    at = -1;
    hits.textContent = wanted ? `${found.length} found` : "";
    if (globalThis.Highlight) {
      const ranges = [];
      for (const element of found.slice(0, 500)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.data.toLowerCase(), low = search.value.trim().toLowerCase();
          if (node.parentNode.className === "n") continue;
          for (let n = text.indexOf(low); n >= 0; n = text.indexOf(low, n + low.length)) {
            const range = new Range();
            range.setStart(node, n);
            range.setEnd(node, Math.min(n + low.length, node.length));
            ranges.push(range);
          }
        }
      }
      CSS.highlights.set("found", new Highlight(...ranges));
    }
  }
  on(search, "input", seek);
  on(search, "keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      at = (at + (event.shiftKey ? -1 : 1) + found.length) % found.length;
      goTo(linkOf(found[at]), found[at]);
      hits.textContent = `${at + 1} of ${found.length}`;
    }
    if (event.key === "Escape") { search.value = ""; seek(); search.blur(); }
  });

  // On paper: a row a link, so that what belongs together is level.
  function makeCell(elements) {
    const cell = document.createElement("td");
    cell.dir = "auto";
    for (const element of elements) {
      const copy = element.cloneNode(true);
      copy.removeAttribute("id");
      copy.classList.remove("lit", "at", "hit");
      if (!element.previousElementSibling) cell.className = element.closest("h3") ? "headline" : "first";
      cell.append(copy, " ");
    }
    return cell;
  }
  function pairUp() {
    if ($("sheet")) return;
    const sheet = document.createElement("table"), body = document.createElement("tbody"), head = document.createElement("tr");
    sheet.id = "sheet";
    for (const side of ["a", "b"]) {
      const name = document.createElement("th");
      name.append(...panes[side].querySelector("h2").cloneNode(true).childNodes);
      head.append(name);
    }
    for (const link of links) {
      if (!link) continue;
      const row = document.createElement("tr");
      row.append(makeCell(link.a), makeCell(link.b));
      body.append(row);
    }
    sheet.append(document.createElement("thead"), body);
    sheet.tHead.append(head);
    main.after(sheet);
    root.classList.add("paired");
  }
  on(window, "beforeprint", pairUp);
  on(window, "afterprint", () => { $("sheet")?.remove(); root.classList.remove("paired"); });

  // Light or dark, help, keys.
  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  const keys = $("keys");
  const help = () => { if (!keys.open) keys.showModal(); };
  on($("theme"), "click", theme);
  on($("help"), "click", help);
  const clear = () => {
    for (const element of document.querySelectorAll(".s.at, .flash")) element.classList.remove("at", "flash");
    current = -1;
    place.textContent = "";
    search.value = "";
    seek();
    light(null);
  };
  on(window, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input") || keys.open) return;
    const acts = {
      j: () => step(1), k: () => step(-1), "/": () => search.focus(), "?": help, t: theme, Escape: clear,
      m: () => meaning.click(), s: () => together.click(), e: () => edits?.scrollIntoView(),
    };
    const act = acts[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  const more = $("more"); // on a phone the summary, the map and the filters wait behind a button
  on(more, "click", () => { turn(more, root.classList.toggle("more")); redraw(); });
  redraw();
  return () => { ended.abort(); cancelAnimationFrame(pending); };
}
