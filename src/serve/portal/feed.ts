import { html, joined, type Html } from './html.ts';
import type { CorrectionNote } from './correctionNotes.ts';
import type { DepartmentYear } from './source.ts';
import type { View } from './view.ts';
import { yearWords } from './pages/frame.ts';
import { readable } from './amounts.ts';

export interface FeedOf {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Undefined: everywhere. */
  readonly region: string | undefined;
  readonly corrections: ReadonlyMap<DepartmentYear, CorrectionNote>;
}

/** What is new, as an Atom feed (RFC 4287): one entry a version. */
export function feedXml(
  updates: readonly DepartmentYear[],
  { origin, region, corrections }: FeedOf,
  view: View,
): string {
  const { say, link } = view;
  const entries = updates.map((summary) => {
    const { year, stage, department, version, publishedAt, name, expenditureFen } = summary;
    const key = { region: summary.region, year, stage, department };
    const of = (kind: 'overview' | 'corrections', format?: string): string =>
      link({ kind: 'disclosure', key, version, part: { kind } }, format);
    const href = origin + of('overview');
    const note = corrections.get(summary);
    const corrected = version > 1 ? say(`（更正，第${version}版）`, ` (corrected, version ${version})`) : '';
    const total = expenditureFen === null ? '' : readable(expenditureFen, view);
    return html`<entry
      ><id>${href}</id><title>${name} ${yearWords(summary, view)}${corrected}</title
      ><link rel="alternate" type="text/html" href="${href}" /><link
        rel="alternate"
        type="application/json"
        href="${origin}${of('overview', 'json')}"
      /><updated>${publishedAt}</updated><author><name>${name}</name></author>
      <summary>
        ${[`${summary.region} ${say('支出总计', 'expenditure')} ${total}`, ...(note === undefined ? [] : [note.words])].join(say('；', '; '))}
      </summary>
      ${note === undefined ? null : correctionHtml(note, origin + of('corrections'))}</entry
    >`;
  });
  const of = region === undefined ? {} : { region };
  const self = origin + link({ kind: 'feed', ...of }, 'xml');
  const home = origin + link(region === undefined ? { kind: 'home' } : { kind: 'region', region });
  const whose = region === undefined ? '' : say(`${region} · `, `${region}: `);
  const updated = updates[0]?.publishedAt ?? '1970-01-01T00:00:00Z';
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say('zh-CN', 'en')}"
      ><id>${self}</id><title>${whose}${say('预算公开更新', 'Open budgets: updates')}</title
      ><link rel="self" type="application/atom+xml" href="${self}" /><link
        rel="alternate"
        type="text/html"
        href="${home}"
      /><updated>${updated}</updated>
      ${joined(entries, '\n')}
    </feed> `.markup;
}

/** What was corrected, and where all of it is told. */
function correctionHtml({ words, lines }: CorrectionNote, href: string): Html {
  return html`<link rel="related" type="text/html" href="${href}" /><content type="text"
      >${[words, ...lines].join('\n')}</content
    >`;
}
