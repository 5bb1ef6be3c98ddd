import type { Disclosure } from '../../../model/disclosure.ts';
import { escaped } from './escape.ts';
import { markSlot, type Page } from './page.ts';

/** Cover and contents page as printed: short lines that findings may speak of. */
export function frontHtml({ printed, contents }: Disclosure, page: Page): string {
  const cover = (printed?.cover ?? []).map(({ text, place }, i) => {
    page.anchors.set(place, `cover${i}`);
    return `<p id="cover${i}">${markSlot(`cover${i}`)}${escaped(text)}</p>`;
  });
  const entries = contents.map(({ title, page: number, place }, i) => {
    page.anchors.set(place, `c${i}`);
    const words = `${escaped(title)}${number === null ? '' : `<span class="no">${escaped(number)}</span>`}`;
    return `<li id="c${i}">${markSlot(`c${i}`)}${words}</li>`;
  });
  const list = entries.length === 0 ? '' : `<ol>${entries.join('')}</ol>`;
  const fold =
    list === ''
      ? ''
      : `<details class="part contents" id="contents"><summary>${page.words.contents}</summary>${list}</details>`;
  return `${cover.length === 0 ? '' : `<div class="cover">${cover.join('')}</div>`}${fold}`;
}
