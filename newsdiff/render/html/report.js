"use strict";
// What belongs together stands in the page: sentences with the same data-l are one link. Nothing is compared here.
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
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
    strip.addEventListener("pointerdown", (event) => { strip.setPointerCapture(event.pointerId); go(event); });
    strip.addEventListener("pointermove", (event) => { if (event.buttons) go(event); });
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
    panes[side].addEventListener("pointerover", (event) => {
      const element = event.target.closest(".s");
      clearTimeout(waiting);
      if (!element || event.pointerType === "touch") return;
      light(linkOf(element));
      waiting = setTimeout(() => showPartners(element), 160); // not for a pointer that passes by
    });
    panes[side].addEventListener("pointerleave", () => { clearTimeout(waiting); light(current >= 0 ? links[current] : null); });
    panes[side].addEventListener("focusin", (event) => {
      const element = event.target.closest(".s");
      if (element) { light(linkOf(element)); showPartners(element); }
    });
    panes[side].addEventListener("click", (event) => {
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
  canvas.addEventListener("click", (event) => {
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
    panes[side].addEventListener("scroll", () => {
      redraw();
      if (together.getAttribute("aria-pressed") === "true" && performance.now() > quietUntil[side] && canvas.clientWidth) follow(side);
    }, { passive: true });
  }
  addEventListener("scroll", redraw, { passive: true });
  addEventListener("resize", redraw);
  together.addEventListener("click", () => {
    together.setAttribute("aria-pressed", String(together.getAttribute("aria-pressed") !== "true"));
  });

  // From change to change.
  let current = -1;
  const place = $("place");
  const say = (link) => {
    const numbers = (side) => link[side].map((element) => element.id.slice(1)).join(", ");
    const kind = link.kind === "same" ? "moved" : link.moved ? `${link.kind}, moved` : link.kind;
    const sides = ["a", "b"].filter((side) => link[side].length).map((side) => `${side.toUpperCase()} ${numbers(side)}`);
    const all = links.filter((one) => one && changed(one));
    return `${all.indexOf(link) + 1} of ${all.length}: ${kind}, ${sides.join(" → ")}`;
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
  $("next").addEventListener("click", () => step(1));
  $("previous").addEventListener("click", () => step(-1));

  // Filters.
  const filters = [...document.querySelectorAll("[data-f]")];
  function filter() {
    const off = new Set(filters.filter((one) => one.getAttribute("aria-pressed") === "false").map((one) => one.dataset.f));
    for (const mark of document.querySelectorAll(".pane [data-k]")) {
      mark.classList.toggle("off", mark.dataset.k.split(" ").every((kind) => off.has(kind)));
    }
    for (const link of links) {
      if (!link) continue;
      const kinds = [link.kind === "same" ? null : link.kind, link.moved ? "moved" : null].filter(Boolean);
      link.off = kinds.length > 0 && kinds.every((kind) => off.has(kind));
      if (!link.off && kinds.length === 1 && kinds[0] === "edited") { // nothing marked is left to be seen
        const marks = [...link.a, ...link.b].flatMap((element) => [...element.querySelectorAll("[data-k]")]);
        link.off = marks.length > 0 && marks.every((mark) => mark.classList.contains("off"));
      }
      for (const element of [...link.a, ...link.b]) element.classList.toggle("off", link.off);
    }
    for (const row of document.querySelectorAll(".edits tr[data-k]")) row.classList.toggle("off", off.has(row.dataset.k));
    redraw();
  }
  for (const one of filters) {
    one.addEventListener("click", () => {
      one.setAttribute("aria-pressed", String(one.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  }
  if (filters.some((one) => one.getAttribute("aria-pressed") === "false")) filter();

  // The table of edits: a screenful of rows first, without accidental wording, and jumps to the place.
  const edits = $("edits");
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
    also.addEventListener("click", () => also.setAttribute("aria-pressed", String(!edits.classList.toggle("brief"))));
    edits.querySelector("h2").after(also);
  }
  if (bodies.length > 1) {
    for (const body of bodies.slice(1)) body.hidden = true;
    const more = button("more edits");
    more.addEventListener("click", () => {
      bodies.find((body) => body.hidden).hidden = false;
      more.hidden = !bodies.some((body) => body.hidden);
    });
    edits.append(more);
  }
  edits?.addEventListener("click", (event) => {
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
  search.addEventListener("input", seek);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      at = (at + (event.shiftKey ? -1 : 1) + found.length) % found.length;
      goTo(linkOf(found[at]), found[at]);
      hits.textContent = `${at + 1} of ${found.length}`;
    }
    if (event.key === "Escape") { search.value = ""; seek(); search.blur(); }
  });

  // Light or dark, help, keys.
  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  const keys = $("keys");
  const help = () => { if (!keys.open) keys.showModal(); };
  $("theme").addEventListener("click", theme);
  $("help").addEventListener("click", help);
  const clear = () => {
    for (const element of document.querySelectorAll(".s.at, .flash")) element.classList.remove("at", "flash");
    current = -1;
    place.textContent = "";
    search.value = "";
    seek();
    light(null);
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input") || keys.open) return;
    const acts = {
      j: () => step(1), k: () => step(-1), "/": () => search.focus(), "?": help, t: theme, Escape: clear,
      s: () => together.click(), e: () => edits?.scrollIntoView(),
    };
    const act = acts[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  redraw();
})();
