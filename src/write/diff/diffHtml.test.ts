import { Ajv2020 } from 'ajv/dist/2020.js';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../model/diff/comparison.ts';
import { diffHtml } from './diffHtml.ts';
import { diffJson } from './diffJson.ts';
import { diffText } from './diffText.ts';

const compared = { file: 'a.docx', kind: 'disclosure', department: '某局', year: 2026, form: null } as const;
const empty: Comparison = {
  old: compared,
  new: compared,
  figures: [],
  projects: [],
  indicators: [],
  texts: [],
};
const comparison: Comparison = {
  ...empty,
  figures: [
    {
      part: '预算公开表1 收支总表',
      row: '212 城乡社区支出',
      column: '合计',
      unit: '万元',
      old: { text: '12707.60', fen: 12_707_600_000 },
      new: { text: '12077.60', fen: 12_077_600_000 },
      changeFen: -630_000_000,
    },
  ],
  projects: [{ change: 'new', name: '某项目', oldName: null, oldFen: null, newFen: 1_000_000 }],
  indicators: [
    { project: '某项目', horizon: 'annual', path: ['产出指标', '数量指标', '次数'], old: '4次', new: '5次' },
  ],
  texts: [{ where: ['二、收入'], old: '共100万元。', new: '共200万元。' }],
};

describe('a comparison', () => {
  it('as text tells old, new and change', () => {
    expect(diffText(comparison, 'zh').split('\n')).toEqual([
      '原：某局 2026  a.docx',
      '新：某局 2026  a.docx',
      '',
      '一、金额（1处）',
      '  预算公开表1 收支总表  单位：万元',
      '    212 城乡社区支出 · 合计  12707.60 → 12077.60  −630.00',
      '',
      '二、项目（1处）',
      '  新增  某项目  1.00 万元',
      '',
      '三、绩效指标（1处）',
      '  某项目',
      '    年度 · 产出指标 › 数量指标 › 次数  4次 → 5次',
      '',
      '四、文字（1处）',
      '  二、收入',
      '    共[-100-]{+200+}万元。',
      '',
    ]);
  });

  it('says that nothing differs', () => {
    expect(diffText(empty, 'zh')).toContain('没有差别。');
    expect(diffText(empty, 'en')).toContain('Nothing differs.');
    expect(diffHtml(empty, 'zh')).toContain('没有差别。');
  });

  it('as JSON holds the stretches of a changed text', () => {
    expect(diffJson(comparison)).toMatchObject({
      schema: 1,
      texts: [
        {
          marks: [
            { kind: 'same', text: '共' },
            { kind: 'removed', text: '100' },
            { kind: 'added', text: '200' },
            { kind: 'same', text: '万元。' },
          ],
        },
      ],
    });
  });

  it('as JSON keeps to the schema, whatever differs', () => {
    const schema = JSON.parse(readFileSync('schemas/diff.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const coming = { where: ['二、收入', '甲'], old: null, new: '新写的一句。' };
    const going = { where: [], old: '删去的一句。', new: null };
    const renamed = { change: 'renamed', name: '乙', oldName: '甲', oldFen: 1, newFen: null } as const;
    const all: Comparison = {
      ...comparison,
      old: { ...compared, kind: 'book', department: null, year: null, form: 'shanxi-13' },
      figures: [...comparison.figures, ...comparison.figures.map((figure) => ({ ...figure, old: null }))],
      projects: [...comparison.projects, renamed],
      texts: [...comparison.texts, coming, going],
    };
    const errors = [all, comparison, empty].map((each) => {
      validate(JSON.parse(JSON.stringify(diffJson(each))));
      return validate.errors;
    });
    expect(errors).toEqual([null, null, null]);
    expect(validate({ ...diffJson(all), more: 1 })).toBe(false);
  });

  it('as a page takes text for text and needs nothing from elsewhere', () => {
    const evil = '<script>x</script>"\'&';
    const html = diffHtml(
      {
        ...comparison,
        new: { ...compared, file: evil, department: evil },
        figures: comparison.figures.map((figure) => ({ ...figure, part: evil, row: evil, column: evil })),
        texts: [{ where: [evil], old: evil, new: `${evil}！` }],
      },
      'zh',
    );
    expect(html.match(/<script|<img|\sstyle=|\son\w+=|https?:/g)).toBeNull();
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
  });

  it('keeps what steers a terminal out of the text', () => {
    const line = diffText(
      { ...comparison, texts: [{ where: ['\u001b[31m'], old: null, new: 'a\u0007b' }] },
      'zh',
    );
    expect(line.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
  });
});
