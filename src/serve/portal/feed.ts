import { html, joined } from './html.ts';
import type { DepartmentYear } from './source.ts';
import type { View } from './view.ts';
import { yearWords } from './pages/frame.ts';
import { readable } from './amounts.ts';

/** What is new, as an Atom feed (RFC 4287): one entry a version; `origin` has no slash at its end. */
export function feedXml(updates: readonly DepartmentYear[], origin: string, view: View): string {
  const { say, link } = view;
  const entries = updates.map((summary) => {
    const { region, year, stage, department, version, publishedAt, name, expenditureFen } = summary;
    const href =
      origin +
      link({
        kind: 'disclosure',
        key: { region, year, stage, department },
        version,
        part: { kind: 'overview' },
      });
    const corrected = version > 1 ? say(`（更正，第${version}版）`, ` (corrected, version ${version})`) : '';
    const total = expenditureFen === null ? '' : readable(expenditureFen, view);
    return html`<entry
      ><id>${href}</id><title>${name} ${yearWords(summary, view)}${corrected}</title
      ><link href="${href}" /><updated>${publishedAt}</updated><author><name>${name}</name></author>
      <summary>${region} ${say('支出总计', 'expenditure')} ${total}</summary></entry
    >`;
  });
  const self = origin + link({ kind: 'feed' }, 'xml');
  const updated = updates[0]?.publishedAt ?? '1970-01-01T00:00:00Z';
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${say('zh-CN', 'en')}"
      ><id>${self}</id><title>${say('预算公开更新', 'Open budgets: updates')}</title
      ><link rel="self" href="${self}" /><link href="${origin}${link({ kind: 'home' })}" /><updated
        >${updated}</updated
      >
      ${joined(entries, '\n')}
    </feed> `.markup;
}
