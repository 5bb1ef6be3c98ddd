import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsOf, plainTables, plainTexts } from '../../../corpus/books/bookFixture.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { readSource } from '../../read/open.ts';
import { recognise } from '../../read/recognise/recognise.ts';
import { documentLayout } from '../layout/documentLayout.ts';
import { composedExample, shippedForm } from '../layout/layoutFixture.ts';
import { htmlDocument } from './htmlDocument.ts';

async function readBack(html: string): Promise<Disclosure> {
  const read = await readSource({ name: 'disclosure.html', bytes: new TextEncoder().encode(html) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

function written(id: string, draft = false): string {
  return htmlDocument(documentLayout(composedExample(id), shippedForm(id), { draft }));
}

describe('a page of a disclosure', () => {
  it.each(['shanxi-13', 'national-9', 'shanghai-9'])('is read back as it was: %s', async (id) => {
    const composed = composedExample(id);
    const back = await readBack(written(id));
    expect(back.form).toBe(id);
    expect(plainTables(back)).toEqual(plainTables(composed));
    expect(plainTexts(back)).toEqual(plainTexts(composed));
    expect(back.contents.map(({ title }) => title)).toEqual(composed.contents.map(({ title }) => title));
    expect(faultsOf(back)).toEqual([]);
    expect(back.uncertain).toEqual([]);
  });

  it('is written the same again when it was only read', async () => {
    const back = await readBack(written('shanxi-13'));
    const again = await readBack(htmlDocument(documentLayout(back, shippedForm('shanxi-13'))));
    expect(plainTables(again)).toEqual(plainTables(back));
    expect(plainTexts(again)).toEqual(plainTexts(back));
  });

  it('holds no script, no style in elements and nothing from elsewhere; its policy knows its style', () => {
    const html = written('shanxi-13', true);
    expect(html.match(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|https?:|url\(/g)).toBeNull();
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
  });

  it('says the structure: one h1, headers with scopes, captions, a region for every table that scrolls', () => {
    const html = written('shanxi-13');
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<th(?!ead| scope=)[^>]*>/g)).toBeNull();
    const tables = html.match(/<table/g)?.length ?? 0;
    expect(html.match(/<caption>/g)).toHaveLength(tables);
    expect(html.match(/role="region" tabindex="0" aria-label="[^"]+"/g)).toHaveLength(tables);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).toMatch(/<svg role="img" aria-label="[^"]*城乡社区支出[^"]*"/);
  });

  it('takes text for text everywhere', () => {
    const evil = '<script>alert(1)</script>"\'&<img src=x onerror=y>';
    const composed = composedExample('shanxi-13');
    const [sheet] = composed.projects;
    const html = htmlDocument(
      documentLayout(
        {
          ...composed,
          department: { code: null, name: evil },
          overview: { duties: evil, offices: [{ name: evil, text: evil }] },
          contents: [{ title: evil, page: null, place: { file: '' } }],
          glossary: [{ term: evil, definition: evil, place: { file: '' } }],
          tables: composed.tables.map((table) => ({ ...table, title: evil, label: evil, note: evil })),
          projects: sheet === undefined ? [] : [{ ...sheet, name: evil, unit: evil }],
        },
        shippedForm('shanxi-13'),
      ),
    );
    expect(html.match(/<script|<img|&<|onerror=y>"/g)).toBeNull();
    expect(html).toContain('&lt;script&gt;');
  });

  it('marks a draft on the page and on paper', () => {
    expect(written('shanxi-13')).not.toContain('草稿');
    expect(written('shanxi-13', true)).toMatch(
      /<title>草稿 [\s\S]*content:"草稿"[\s\S]*<body class="draft">/,
    );
  });
});
