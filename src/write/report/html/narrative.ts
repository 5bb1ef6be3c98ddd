import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import { dutiesSection, glossarySection } from '../../../model/place.ts';
import { escaped } from './escape.ts';
import { figureHtml, markSlot, type Page } from './page.ts';

/** The explanatory text with every number of its sentences as a figure. */
export function narrativeHtml(sections: readonly NarrativeSection[], page: Page): string {
  return sections.map((section, i) => sectionHtml(section, i, page)).join('\n');
}

function sectionHtml(section: NarrativeSection, index: number, page: Page): string {
  const id = `s${index}`;
  page.anchors.set({ file: '', section: section.section }, id);
  page.anchors.set({ ...section.place, section: section.section }, id);
  const paragraphs = section.paragraphs.map((paragraph, i) =>
    paragraphHtml(paragraph, section.section, `${id}-${i}`, page),
  );
  const title = `<h3>${markSlot(id)}${escaped(section.title)}</h3>`;
  return `<section class="part text" id="${id}">${title}${paragraphs.join('\n')}</section>`;
}

function paragraphHtml(paragraph: NarrativeParagraph, section: string, id: string, page: Page): string {
  for (const place of [paragraph.place, ...paragraph.spans.map((span) => span.place)]) {
    page.anchors.set({ ...place, section }, id);
    const { line, block, page: number } = place;
    page.anchors.set({ file: '', section, ...kept({ line, block, page: number }) }, id);
  }
  return `<p id="${id}">${markSlot(id)}${runsHtml(paragraph, section, page)}</p>`;
}

function kept(place: Readonly<Record<'line' | 'block' | 'page', number | undefined>>): object {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}

function runsHtml({ text, claims }: NarrativeParagraph, section: string, page: Page): string {
  let at = 0;
  let html = '';
  const stated = claims.map((claim) => ({ ...claim, figure: page.finder.inText(section, claim.text) }));
  for (const { start, end, figure } of [...stated].sort((a, b) => a.start - b.start)) {
    if (figure === null || start < at) continue;
    html += escaped(text.slice(at, start)) + figureHtml(figure, text.slice(start, end), page);
    at = end;
  }
  return html + escaped(text.slice(at));
}

/** 部门职责 and 机构设置. */
export function overviewHtml({ overview }: Disclosure, page: Page): string {
  const { duties, offices } = overview;
  if (duties === null && offices.length === 0) return '';
  page.anchors.set({ file: '', section: 'duties' }, 'overview');
  page.anchors.set({ file: '', section: dutiesSection }, 'overview');
  page.anchors.set({ file: '', section: 'organisation' }, 'overview');
  const { words } = page;
  const paragraphs = (duties ?? '').split('\n').map((line) => (line === '' ? '' : `<p>${escaped(line)}</p>`));
  const items = offices.map(
    ({ name, text }) => `<li>${escaped(name)}${text === '' ? '' : '，'}${escaped(text)}</li>`,
  );
  const list = items.length === 0 ? '' : `<h4>${words.offices}</h4><ul>${items.join('')}</ul>`;
  const title = `<h3>${markSlot('overview')}${words.overview}</h3>`;
  return `<section class="part text" id="overview">${title}${duties === null ? '' : `<h4>${words.duties}</h4>${paragraphs.join('')}`}${list}</section>`;
}

/** 名词解释. */
export function glossaryHtml({ glossary }: Disclosure, page: Page): string {
  if (glossary.length === 0) return '';
  page.anchors.set({ file: '', section: glossarySection }, 'glossary');
  const entries = glossary.map(({ term, definition, place }, i) => {
    page.anchors.set({ ...place, section: glossarySection }, `g${i}`);
    return `<dt id="g${i}">${markSlot(`g${i}`)}${escaped(term)}</dt><dd>${escaped(definition)}</dd>`;
  });
  const title = `<h3>${markSlot('glossary')}${page.words.glossary}</h3>`;
  return `<section class="part text" id="glossary">${title}<dl>${entries.join('')}</dl></section>`;
}
