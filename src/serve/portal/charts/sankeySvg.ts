import { html, joined, type Html } from '../html.ts';
import {
  layOut,
  type PlacedNode,
  type SankeyData,
  type SankeyLook,
  type SankeyPicture,
} from './sankeyLayout.ts';

/** For pages from about 700 pixels: names beside the bars. */
const wide: SankeyLook = {
  width: 960,
  columns: [176, 470, 778],
  bar: 12,
  money: 300,
  words: 38,
  above: false,
  gap: 8,
  line: 11,
};

/** For phones: names above the bars. */
const narrow: SankeyLook = {
  width: 358,
  columns: [0, 150, 348],
  bar: 10,
  money: 260,
  words: 38,
  above: true,
  gap: 12,
  line: 8,
};

/** The picture twice, for wide and for narrow pages; the style sheet shows one of them. */
export function sankeyFigure(data: SankeyData, label: string): Html {
  return joined([
    sankeySvg(layOut(data, wide), wide, label, 'wide'),
    sankeySvg(layOut(data, narrow), narrow, label, 'narrow'),
  ]);
}

/** One picture that stands for itself in other sites: the style is in it. */
export function standaloneSankey(data: SankeyData, label: string, style: string, source: string): Html {
  const picture = layOut(data, wide);
  const height = picture.height + 92;
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="-16 -44 992 ${height}"
    role="img"
    aria-label="${label}"
  >
    <style>
      ${style}
    </style>
    <rect x="-16" y="-44" width="992" height="${height}" fill="#fff" />
    <text class="chart-title" x="0" y="-18">${label}</text>
    ${patterns('alone')}${drawing(picture, wide, 'alone')}
    <text class="chart-source" x="0" y="${picture.height + 30}">${source}</text>
  </svg> `;
}

function sankeySvg(picture: SankeyPicture, look: SankeyLook, label: string, name: 'wide' | 'narrow'): Html {
  return html`<svg
    class="sankey ${name}"
    viewBox="0 -2 ${picture.width} ${picture.height + 4}"
    role="group"
    aria-label="${label}"
  >
    ${patterns(name)}${drawing(picture, look, name)}
  </svg>`;
}

/** Hatching says without colour what was carried over. */
function patterns(name: string): Html {
  return html`<defs
    ><pattern
      id="hatch-${name}"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
      ><rect class="hatch-paper" width="6" height="6" /><rect
        class="hatch-line"
        width="2.4"
        height="6" /></pattern
  ></defs>`;
}

function drawing({ nodes, links }: SankeyPicture, look: SankeyLook, name: string): Html {
  const streams = links.map(({ link, path }) => {
    const hatched = link.look === 'carriedOver';
    const fill = hatched ? html` fill="url(#hatch-${name})"` : null;
    const look = hatched ? 'hatched' : `s-${link.look}`;
    return html`<path class="stream ${look}" d="${path}" ${fill}><title>${link.title}</title></path>`;
  });
  return joined([...streams, ...nodes.map((node) => nodeHtml(node, look))]);
}

function nodeHtml(placed: PlacedNode, look: SankeyLook): Html {
  const { node, x, y, height } = placed;
  const bar = html`<rect
    class="bar s-${node.look}"
    x="${x}"
    y="${y}"
    width="${look.bar}"
    height="${Math.round(height * 10) / 10}"
  />`;
  const drawn = html`${bar}${wordsHtml(placed, look)}`;
  return node.href === undefined ? html`<g>${drawn}</g>` : html`<a href="${node.href}">${drawn}</a>`;
}

function wordsHtml({ node, x, top, lines }: PlacedNode, look: SankeyLook): Html {
  const [at, anchor] = anchorOf(node.column, x, look);
  const rows = [...lines.map((line) => [line, 'name'] as const), [node.amount, 'sum'] as const];
  const spans = rows.map(
    ([words, role], i) => html`<tspan class="${role}" x="${at}" y="${top + 14 + i * 15}">${words}</tspan>`,
  );
  return html`<text text-anchor="${anchor}">${joined(spans)}</text>`;
}

function anchorOf(column: 0 | 1 | 2, x: number, look: SankeyLook): readonly [number, string] {
  if (look.above) {
    const places = [
      [x, 'start'],
      [x + look.bar / 2, 'middle'],
      [x + look.bar, 'end'],
    ] as const;
    return places[column];
  }
  return column === 0 ? [x - 8, 'end'] : [x + look.bar + 8, 'start'];
}
