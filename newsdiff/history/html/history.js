// The versions of a story: one is chosen, its text is shown, and beside it stands another, as the report of a pair.
(() => {
  const $ = (id) => document.getElementById(id);
  const slider = $("version"), choose = $("choose"), against = $("against"), beside = $("beside");
  const versions = [...document.querySelectorAll(".version")];
  const pairs = new Map([...document.querySelectorAll("template[data-pair]")].map((one) => [one.dataset.pair, one]));
  let shown = versions.length - 1, end = null;
  const pairOf = (v, w) => pairs.get(`${Math.min(v, w)}-${Math.max(v, w)}`);
  function lay(template) { // exchanges what belongs to the pair; the bar stays
    end?.();
    for (const id of ["filters", "articles", "edits"]) beside.querySelector(`#${id}`)?.remove();
    const parts = template.content.cloneNode(true);
    const bar = beside.querySelector(".bar"), after = $("keys");
    for (const part of [...parts.children]) part.id === "filters" ? bar.before(part) : after.before(part);
    for (const id of ["place", "hits"]) $(id).textContent = "";
    $("search").value = "";
    end = openReport();
  }
  function compare() {
    const template = pairOf(shown, +against.value);
    if (template) lay(template);
  }
  function show(v, other) {
    shown = v;
    slider.value = v + 1;
    slider.setAttribute("aria-valuetext", choose.options[v].text);
    choose.value = v;
    for (const one of versions) one.hidden = +one.dataset.v !== v;
    $("older").disabled = v === 0;
    $("newer").disabled = v === versions.length - 1;
    for (const link of document.querySelectorAll(".states thead a")) link.classList.toggle("at", +link.dataset.go === v);
    if (!against) return;
    for (const option of against.options) option.disabled = !pairOf(v, +option.value);
    if (against.options[other]?.disabled ?? true) other = v === 0 ? 1 : v - 1;
    against.value = other;
    compare();
  }
  const step = (way) => {
    const v = Math.max(0, Math.min(versions.length - 1, shown + way));
    if (v !== shown) show(v, v - 1);
  };
  slider.addEventListener("input", () => show(slider.value - 1, slider.value - 2));
  choose.addEventListener("change", () => show(+choose.value, choose.value - 1));
  against?.addEventListener("change", compare);
  $("older").addEventListener("click", () => step(-1));
  $("newer").addEventListener("click", () => step(1));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link) return;
    event.preventDefault();
    show(+link.dataset.go, link.dataset.go - 1);
    $("story").scrollIntoView();
  });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search], select") || $("keys")?.open) return;
    if (event.key === "[") step(-1);
    if (event.key === "]") step(1);
  });
  for (const list of document.querySelectorAll(".events ol")) { // smaller changes on request
    const minor = list.querySelectorAll(".minor").length;
    if (!minor) continue;
    list.classList.add("brief");
    const also = document.createElement("button");
    also.type = "button";
    also.className = "more";
    also.textContent = `smaller changes (${minor})`;
    also.setAttribute("aria-pressed", "false");
    also.addEventListener("click", () => also.setAttribute("aria-pressed", String(!list.classList.toggle("brief"))));
    list.after(also);
  }
  document.documentElement.classList.add("js");
  const wanted = /^#v([0-9]+)$/.exec(location.hash);
  const first = wanted ? Math.max(0, Math.min(versions.length, +wanted[1]) - 1) : shown;
  show(first, first - 1);
})();
