import { describe, expect, it } from 'vitest';
import { decodeXml, eachChild, readXml } from './xml.ts';

/** Events as text: <a>, </a>, and text in quotes; the problem at the end if there is one. */
function events(source: string): string {
  const reader = readXml(source);
  const seen: string[] = [];
  for (let event = reader.next(); event !== 'end'; event = reader.next()) {
    if (event === 'text') seen.push(`"${reader.text()}"`);
    else seen.push(event === 'open' ? `<${reader.name}>` : `</${reader.name}>`);
  }
  return seen.join('') + (reader.problem ?? '');
}

describe('readXml', () => {
  it.each([
    ['<?xml version="1.0"?><a><!-- x --><b/>t</a>\n', '<a><b></b>"t"</a>'],
    ['<a x=">" y=\'/>\'>t</a >', '<a>"t"</a>'],
    ['<a>&lt;&#65;&#x4e00;</a>', '<a>"<A一"</a>'],
    ['<a><![CDATA[<&]]></a>', '<a>"<&"</a>'],
    ['', 'malformed'],
    ['text', 'malformed'],
    ['<a>', '<a>malformed'],
    ['<a></b>', '<a>malformed'],
    ['<a/><b/>', '<a></a>malformed'],
    ['<a/>text', '<a></a>malformed'],
    ['<a x="1></a>', 'malformed'],
    ['<!DOCTYPE a><a/>', 'malformed'],
    ['<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'malformed'],
    ['<a><!-- x</a>', '<a>malformed'],
  ])('%s', (source, expected) => {
    expect(events(source)).toBe(expected);
  });

  it('finds unknown entities and deep nesting', () => {
    expect(events('<a>&e;</a>')).toMatch(/malformed$/);
    expect(events('<a>a & b</a>')).toMatch(/malformed$/);
    expect(events('<a>'.repeat(10_000))).toMatch(/tooDeep$/);
  });

  it('decodes UTF-8 and UTF-16', () => {
    const xml = '<a 名="值 &amp;">文𠀀</a>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    for (const bytes of [Buffer.from(xml), Buffer.from(`\uFEFF${xml}`), utf16]) {
      const reader = readXml(decodeXml(bytes));
      reader.next();
      expect([...reader.attributes().values()]).toEqual(['值 &']);
      reader.next();
      expect(reader.text()).toBe('文𠀀');
    }
  });

  it('gives attributes by their whole name', () => {
    const reader = readXml('<a xw:val="1" w:val=\'2\' w:vals = "3"/>');
    reader.next();
    expect(['w:val', 'xw:val', 'w:vals', 'val'].map((name) => reader.attribute(name))).toEqual([
      '2',
      '1',
      '3',
      undefined,
    ]);
  });

  it('leaves a hostile tag at its first fault', () => {
    const reader = readXml(`<a ${'x'.repeat(2_000_000)} w:val='1'/>`);
    reader.next();
    expect(reader.attribute('w:val')).toBeUndefined();
  });

  it('skips what a visitor leaves', () => {
    const reader = readXml('<r><a><a>x</a>y</a><b/><c>z</c></r>');
    const seen: string[] = [];
    reader.next();
    eachChild(reader, (name) => {
      seen.push(name);
      if (name === 'c')
        eachChild(
          reader,
          () => undefined,
          (text) => seen.push(text),
        );
    });
    expect(seen).toEqual(['a', 'b', 'c', 'z']);
    expect(reader.next()).toBe('end');
    expect(reader.problem).toBeUndefined();
  });
});
