/**
 * The page's own script: it shows what the page's data say of a figure, and filters the list. It writes
 * text nodes only, so that nothing from the document is ever markup.
 */
export const script = String.raw`
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const words = data.words;
  const panel = document.getElementById('figure');
  const body = panel.querySelector('.body');
  const hint = body.cloneNode(true);
  const signs = ['✓', '✕', '○'];
  const tones = ['good', 'bad', 'unsure'];
  const stateWords = [words.verified, words.contradicted, words.unverified];
  let current = null;

  const relationsOf = new Map();
  data.relations.forEach((relation, r) => {
    for (const [figure] of relation[3]) {
      if (!relationsOf.has(figure)) relationsOf.set(figure, []);
      relationsOf.get(figure).push(r);
    }
  });
  const sameOf = new Map();
  for (const group of data.same) for (const figure of group) sameOf.set(figure, group);

  const make = (name, className, ...content) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const link = (id, text) => {
    const a = make('a', '', text);
    a.href = '#f' + id;
    return a;
  };
  const sign = (state) => make('span', tones[state], signs[state]);
  const printed = (id) => data.figures[id][0] || words.empty;

  const line = (id, before, own) => {
    const [, place, reference, state] = data.figures[id];
    const num = make('span', 'num', before, own ? printed(id) : link(id, printed(id)));
    const at = make('span', 'at', own ? words.this : place + (reference ? ' · ' + reference : ''));
    return make('li', own ? 'me' : '', sign(state), num, at);
  };
  const list = (items) => {
    const ul = make('ul', '');
    ul.append(...items);
    return ul;
  };
  const block = (title, ...content) => {
    const section = make('section', '');
    section.append(make('h3', '', title), ...content);
    return section;
  };
  const outcome = (relation) => {
    const [text, tone] = [[words.holds, 'good'], [words.rounding, 'good'], [words.fail, 'bad']][relation[1]];
    const failed = relation[1] === 2;
    return make('p', 'how ' + tone, signs[failed ? 1 : 0] + ' ' + text + (failed ? ' · ' + relation[2] : ''));
  };
  const sum = (relation, id) => {
    const terms = relation[3];
    const lead = terms.find((term) => term[2] === 1) || terms[0];
    const rest = terms.filter((term) => term !== lead);
    const title = lead[0] === id ? words.made : words.part;
    const items = [line(lead[0], '', lead[0] === id)];
    rest.forEach(([figure, weight], i) => {
      const minus = weight * lead[1] > 0;
      items.push(line(figure, (minus ? '− ' : i === 0 ? '= ' : '+ '), figure === id));
    });
    return block(title, outcome(relation), list(items));
  };
  const ratio = (relation, id) => {
    const items = relation[3].map(([figure]) => line(figure, '', figure === id));
    return block(relation[4] === id ? words.rate : words.ratio, outcome(relation), list(items));
  };
  const problems = (id) => {
    const numbers = data.findings[id] || [];
    if (numbers.length === 0) return [];
    const items = numbers.map((number) => {
      const finding = document.getElementById('p' + number);
      const a = make('a', '', finding.querySelector('.message').textContent);
      a.href = '#p' + number;
      return make('p', 'how', '' + number + ' ', a);
    });
    return [block(words.problem, ...items)];
  };

  let drawn = null;
  const pictureOf = (spot) => {
    const source = document.getElementById('pages');
    if (!spot || !source) return null;
    drawn = drawn || JSON.parse(source.textContent);
    return drawn[spot[0]] || null;
  };
  /* A stretch of the page around the frame, or the whole page. */
  const picture = (spot, label) => {
    const page = pictureOf(spot);
    if (!page) return null;
    const [number, pageWidth, pageHeight, png] = page;
    const [, x, y, width, height] = spot;
    const text = label.replace('{0}', number);
    const image = new Image();
    image.alt = text;
    image.decoding = 'async';
    image.src = 'data:image/png;base64,' + png;
    const frame = make('span', 'frame');
    frame.hidden = width === 0;
    const view = make('div', 'pic', image, frame);
    const turn = make('button', 'plain', words.whole);
    turn.type = 'button';
    const figure = make('figure', 'page', view, make('figcaption', '', text + ' ', turn));
    let whole = width === 0;
    const within = (value, least) => Math.max(least, Math.min(0, value));
    const lay = () => {
      const room = view.clientWidth;
      if (room === 0) return;
      const scale = whole ? room / pageWidth : room / Math.min(pageWidth, Math.max(width * 1.5, 270));
      const tall = whole ? pageHeight * scale : Math.min(pageHeight * scale, Math.max(height * scale + 60, 150));
      const left = within(room / 2 - (x + width / 2) * scale, room - pageWidth * scale);
      const top = within(tall / 2 - (y + height / 2) * scale, tall - pageHeight * scale);
      view.style.height = tall + 'px';
      Object.assign(image.style, { width: pageWidth * scale + 'px', left: left + 'px', top: top + 'px' });
      Object.assign(frame.style, {
        left: left + x * scale - 3 + 'px',
        top: top + y * scale - 3 + 'px',
        width: width * scale + 6 + 'px',
        height: height * scale + 6 + 'px',
      });
      turn.textContent = whole ? words.near : words.whole;
    };
    turn.hidden = width === 0;
    turn.addEventListener('click', () => {
      whole = !whole;
      lay();
    });
    new ResizeObserver(lay).observe(view);
    return figure;
  };

  const show = (id) => {
    const [, place, reference, state] = data.figures[id];
    const group = (sameOf.get(id) || []).filter((other) => other !== id);
    const seen = picture(data.boxes[id], words.picture);
    const parts = [...(seen ? [seen] : []), ...problems(id)];
    const outside = (data.outside[id] || []).map(([text, at, holds]) =>
      make('li', '', sign(holds ? 0 : 1), make('span', 'num', text || words.empty), make('span', 'at', at)),
    );
    const differs = (data.outside[id] || []).some((each) => each[2] === 0);
    if (outside.length > 0)
      parts.push(block(words.outside, list(outside), ...(differs ? [make('p', 'how bad', '✕ ' + words.outsideFails)] : [])));
    if (group.length > 0) parts.push(block(words.same, list(group.map((other) => line(other, '', false)))));
    const relations = (relationsOf.get(id) || []).map((r) => data.relations[r]);
    relations.sort((a, b) => b[1] - a[1]);
    for (const relation of relations) parts.push(relation[0] === 1 ? ratio(relation, id) : sum(relation, id));
    if (parts.length === 0) parts.push(make('p', 'hint', words.none));
    const value = make('p', 'value', printed(id));
    value.tabIndex = -1;
    body.replaceChildren(
      value,
      make('p', 'where', place + (reference ? ' · ' + reference : '')),
      make('p', 'state ' + tones[state], signs[state] + ' ' + stateWords[state]),
      ...parts,
    );
    panel.classList.add('open');
    panel.scrollTop = 0;
    if (getComputedStyle(panel).position !== 'fixed') panel.parentElement.scrollTop = 0;
    return new Set([...group, ...relations.flatMap((relation) => relation[3].map(([figure]) => figure))]);
  };

  const buttons = (id) => document.querySelectorAll('.f[data-f="' + id + '"]');
  const clear = () => document.querySelectorAll('.f.on,.f.near').forEach((f) => f.classList.remove('on', 'near'));
  const select = (id) => {
    clear();
    current = id;
    for (const other of show(id)) buttons(other).forEach((f) => f.classList.add('near'));
    buttons(id).forEach((f) => {
      f.classList.remove('near');
      f.classList.add('on');
    });
  };
  const close = () => {
    const figure = current === null ? null : document.getElementById('f' + current);
    clear();
    current = null;
    panel.classList.remove('open');
    body.replaceChildren(...hint.cloneNode(true).childNodes);
    if (figure) figure.focus({ preventScroll: true });
  };
  const reveal = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  };
  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const element = id && document.getElementById(id);
    if (!element) return;
    if (element.classList.contains('p') && element.hidden) element.hidden = false;
    reveal(element);
    const block = element.classList.contains('part') ? 'start' : 'center';
    const come = () => element.scrollIntoView({ block, inline: 'nearest' });
    come();
    // Parts above take their real height only when they come into view.
    requestAnimationFrame(() => requestAnimationFrame(come));
    if (/^f\d+$/.test(id)) {
      select(Number(id.slice(1)));
      focusOn(element);
    } else if (element.classList.contains('p')) element.focus({ preventScroll: true });
  };
  addEventListener('hashchange', follow);

  const groupOf = (figure) => [...figure.closest('.part').querySelectorAll('.f[data-f]')];
  const focusOn = (figure) => {
    groupOf(figure).forEach((each) => (each.tabIndex = each === figure ? 0 : -1));
    figure.focus({ preventScroll: true });
  };
  document.querySelectorAll('.part').forEach((part) => {
    part.querySelectorAll('.f').forEach((figure, i) => (figure.tabIndex = i === 0 ? 0 : -1));
  });
  const beside = (figure, key) => {
    const all = groupOf(figure);
    const at = all.indexOf(figure);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (step) return all[at + step];
    const cell = figure.closest('td');
    if (!cell) return all[at + (key === 'ArrowUp' ? -1 : 1)];
    const up = key === 'ArrowUp';
    for (let row = cell.parentElement; row; ) {
      row = up ? row.previousElementSibling : row.nextElementSibling;
      const next = row && row.cells[cell.cellIndex] && row.cells[cell.cellIndex].querySelector('.f');
      if (next) return next;
    }
    return null;
  };
  const main = document.querySelector('main');
  main.addEventListener('keydown', (event) => {
    const figure = event.target.closest('.f');
    if (!figure || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      figure.click();
    }
    if (!/^Arrow/.test(event.key)) return;
    event.preventDefault();
    const next = beside(figure, event.key);
    if (!next) return;
    focusOn(next);
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  main.addEventListener('click', (event) => {
    const figure = event.target.closest('.f[data-f]');
    if (!figure) return;
    event.preventDefault();
    const id = Number(figure.dataset.f);
    focusOn(figure);
    if (location.hash !== '#f' + id) history.pushState(null, '', '#f' + id);
    select(id);
    if (event.detail === 0) body.querySelector('.value').focus();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current !== null) close();
  });
  panel.querySelector('.close').addEventListener('click', close);

  const filters = document.querySelector('.filters');
  const items = [...document.querySelectorAll('.p')];
  /* On paper a mark whose finding the filter leaves out would lead nowhere. */
  const marksOf = new Map();
  for (const mark of document.querySelectorAll('.mark')) {
    const id = mark.hash.slice(1);
    marksOf.set(id, [...(marksOf.get(id) || []), mark]);
  }
  const filter = () => {
    const kept = new Set([...filters.querySelectorAll('input:checked')].map((box) => box.value));
    const family = filters.querySelector('select').value;
    for (const item of items) {
      item.hidden = !kept.has(item.dataset.severity) || (family !== '' && item.dataset.family !== family);
      for (const mark of marksOf.get(item.id) || []) mark.classList.toggle('left-out', item.hidden);
    }
    const count = items.filter((item) => !item.hidden).length;
    filters.querySelector('.shown').textContent = words.shown.replace('{0}', count).replace('{1}', items.length);
  };
  if (filters) {
    const advice = filters.querySelector('input[value="info"]');
    if (advice && filters.querySelectorAll('input').length > 1) advice.checked = false;
    filters.addEventListener('change', filter);
    filters.addEventListener('submit', (event) => event.preventDefault());
    filter();
  }

  for (const item of items) {
    const spot = data.spots[item.id.slice(1)];
    if (!spot) continue;
    const button = make('button', 'plain', words.showPage);
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    const holder = make('div', 'shown-page', button);
    let open = null;
    button.addEventListener('click', () => {
      if (open) open.remove();
      open = open ? null : picture(spot, words.spot);
      if (open) holder.append(open);
      button.textContent = open ? words.hidePage : words.showPage;
      button.setAttribute('aria-expanded', String(open !== null));
    });
    item.querySelector('.message').after(holder);
  }

  const only = document.querySelector('input[name="open"]');
  if (only) {
    const rows = [...document.querySelectorAll('.changes tbody tr:not(.group)')];
    const groups = [...document.querySelectorAll('.changes tbody')];
    only.addEventListener('change', () => {
      for (const row of rows) row.hidden = only.checked && row.dataset.open !== '1';
      for (const group of groups) group.hidden = !group.querySelector('tr:not(.group):not([hidden])');
    });
  }

  const opened = [];
  addEventListener('beforeprint', () => {
    document.querySelectorAll('details:not([open])').forEach((fold) => {
      fold.open = true;
      opened.push(fold);
    });
    for (const [id, numbers] of Object.entries(data.findings))
      buttons(id).forEach((figure) => {
        if (figure.classList.contains('x')) figure.dataset.no = numbers.join(', ');
      });
  });
  addEventListener('afterprint', () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
  document.querySelector('.print').addEventListener('click', () => print());
  follow();
})();
`;
