import { html, joined } from './html.ts';
import type { DepartmentYear } from './source.ts';
import type { View } from './view.ts';
import { yearWords } from './pages/frame.ts';
import { readable } from './amounts.ts';

/** What is new, as an Atom feed (RFC 4287): one entry a version; `origin` has no slash at its end. */
export function feedXml(
  updates: readonly DepartmentYear[],
  { origin, region }: { readonly origin: string; readonly region: string | undefined },
  view: View,
): string {
  const { say, link } = view;
  const entries = updates.map((summary) => {
    const { year, stage, department, version, publishedAt, name, expenditureFen } = summary;
    const key = { region: summary.region, year, stage, department };
    const href =
      origin +
      link({
        kind: 'disclosure',
        key,
        version,
        part: { kind: 'overview' },
      });
    const corrected = version > 1 ? say(`（更正，第${version}版）`, ` (corrected, version ${version})`) : '';
    const total = expenditureFen === null ? '' : readable(expenditureFen, view);
    return html`<entry
      ><id>${href}</id><title>${name} ${yearWords(summary, view)}${corrected}</title
      ><link rel="alternate" type="text/html" href="${href}" /><link
        rel="alternate"
        type="application/json"
        href="${origin}${link({ kind: 'disclosure', key, version, part: { kind: 'overview' } }, 'json')}"
      /><updated>${publishedAt}</updated><author><name>${name}</name></author>
      <summary>${summary.region} ${say('支出总计', 'expenditure')} ${total}</summary></entry
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
