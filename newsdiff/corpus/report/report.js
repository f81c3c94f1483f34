'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // Sorting: a press sorts by the column, a second turns the order. Numbers begin with the largest.
  const value = (cell) => (cell.dataset.v === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.v));
  const compare = (x, y) => (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en'));
  const sort = (table, head) => {
    const column = head.cellIndex, body = table.tBodies[0];
    const first = head.classList.contains('n') ? 'descending' : 'ascending';
    const order = head.ariaSort === first ? (first === 'ascending' ? 'descending' : 'ascending') : first;
    for (const other of all('th', table.tHead)) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', order);
    const turn = order === 'ascending' ? 1 : -1;
    const rows = all('tr', body).map((row) => [value(row.cells[column]), row]);
    rows.sort((x, y) => turn * compare(x[0], y[0]));
    body.append(...rows.map(([, row]) => row));
  };
  for (const head of all('thead th')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () => sort(head.closest('table'), head));
    head.replaceChildren(button);
  }

  // Pairs: grades and a search.
  const rows = all('#pairs tbody tr');
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const search = one('#search'), hits = one('#hits');
  const filter = () => {
    const off = new Set(all('.filters [aria-pressed="false"]').map((button) => button.dataset.f));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const hidden = off.has(row.dataset.g) || !words.every((word) => texts.get(row).includes(word));
      row.classList.toggle('off', hidden);
      shown += !hidden;
    }
    hits.textContent = shown === rows.length ? '' : `${shown} of ${rows.length}`;
  };
  for (const button of all('.filters [data-f]')) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      filter();
    });
  }
  if (search) search.addEventListener('input', filter);

  // Keys.
  const sections = all('main > section');
  const step = (by) => {
    const links = all('#pairs tbody tr:not(.off) a');
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? (by > 0 ? 0 : links.length - 1) : (at + by + links.length) % links.length].focus();
  };
  const turnTheme = () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  };
  const keys = one('#keys');
  one('#theme').addEventListener('click', turnTheme);
  one('#help').addEventListener('click', () => keys.showModal());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target === search) {
      if (event.key === 'Escape') { search.value = ''; filter(); search.blur(); }
      return;
    }
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 't') turnTheme();
    else if (event.key === '?') keys.showModal();
    else if (event.key === '/' && search) { event.preventDefault(); search.focus(); }
    else if (event.key >= '1' && event.key <= String(sections.length)) sections[event.key - 1].scrollIntoView();
  });
})();
