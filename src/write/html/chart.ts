import type { ChartBlock, ChartItem } from '../layout/block.ts';
import { escaped } from '../report/html/escape.ts';

const width = 360;
const lineHeight = 40;
const top = 34;

/** Bars in SVG, as wide as a telephone's screen; who cannot see them hears the whole chart in words. */
export function chartHtml({ title, unitLine, items, alternative }: ChartBlock): string {
  const widest = Math.max(...items.map(({ share }) => share));
  const height = top + items.length * lineHeight;
  const bars = items.map((item, i) => barSvg(item, top + i * lineHeight, widest)).join('\n');
  return `<figure class="chart">
<svg role="img" aria-label="${escaped(alternative)}" viewBox="0 0 ${width} ${height}">
<text class="t" x="0" y="14">${escaped(title)}</text>
<text class="u" x="${width}" y="14">${escaped(unitLine)}</text>
${bars}
</svg>
</figure>`;
}

function barSvg({ name, text, share, shareText }: ChartItem, y: number, widest: number): string {
  const length = Math.max(1, (share / widest) * width).toFixed(1);
  return `<text x="0" y="${y + 12}">${escaped(name)}</text>
<text class="e" x="${width}" y="${y + 12}">${escaped(text)}　${escaped(shareText)}</text>
<rect x="0" y="${y + 18}" width="${length}" height="9"/>`;
}
