import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProjectSheet, SheetFunds } from '../../model/disclosure.ts';
import { docxReader } from '../docx/reader.ts';
import type { Reader } from '../reader.ts';
import { textReader } from '../text.ts';
import { readSheets } from './readSheets.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available) console.info('golden sheets skipped: MINGSUAN_CORPUS is not set or does not exist');

async function readFrom(reader: Reader, name: string) {
  const read = await reader.read({ name, bytes: readFileSync(join(corpus ?? '', name)) });
  if (!read.ok) throw new Error(read.problem.code);
  return readSheets(read.source.blocks);
}

const text = available
  ? await readFrom(textReader, 'pinglu-housing-2026.txt')
  : { sheets: [], used: new Set(), uncertain: [] };

function sheet(part: string): ProjectSheet {
  const found = text.sheets.filter((entry) => entry.name.includes(part));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} sheets named ${part}`);
  return found[0];
}

function indicators(part: string, horizon: 'period' | 'annual'): string[] {
  return sheet(part)
    .indicators.filter((entry) => entry.horizon === horizon)
    .map((entry) => [entry.level1, entry.level2, entry.level3, entry.value].join('|'));
}

function amounts(funds: SheetFunds): (string | null)[] {
  return Object.values(funds).map((amount) => amount?.text ?? null);
}

describe.skipIf(!available)('the sheets of the reference document', () => {
  it('are 74, with every printed amount and indicator', () => {
    const funds = text.sheets.flatMap((entry) => [entry.funds.period, entry.funds.annual]);
    expect(text.sheets.length).toBe(74);
    expect(funds.flatMap(amounts).filter((amount) => amount !== null).length).toBe(740);
    expect(funds.every((entry) => entry.other === null)).toBe(true);
    const horizons = text.sheets.flatMap((entry) => entry.indicators.map((indicator) => indicator.horizon));
    expect([
      horizons.filter((h) => h === 'period').length,
      horizons.filter((h) => h === 'annual').length,
    ]).toEqual([681, 671]);
  });

  it('have their head, their year and all texts but a goal printed once', () => {
    const heads = new Set(text.sheets.map((entry) => [entry.attribute, entry.term, entry.year].join('|')));
    expect([...heads]).toEqual(['一次性项目(1年结束)|1年|2026']);
    expect(text.sheets.every((entry) => /^\d{13,14}$/.test(entry.filedAt ?? ''))).toBe(true);
    const missing = text.sheets.flatMap((entry) =>
      Object.entries(entry.texts).filter(([, value]) => value === null),
    );
    expect(missing.map(([field]) => field)).toEqual(Array.from({ length: 6 }, () => 'annualGoal'));
  });

  it('say what is uncertain', () => {
    const reasons = text.uncertain.map((entry) => entry.reason);
    expect(reasons.filter((reason) => reason.includes('粘连')).length).toBe(13);
    expect(reasons.filter((reason) => reason.includes('总体目标只印了一段')).length).toBe(6);
    expect(reasons.filter((reason) => reason.includes('一套指标')).length).toBe(1);
    expect(reasons.length).toBe(20);
  });

  it('takes apart the halves that stand in one cell', () => {
    expect(amounts(sheet('7个小区').funds.period)).toEqual(['10,000,000', '0', '0', '10,000,000', '0', null]);
    expect(indicators('7个小区', 'annual').slice(0, 8)).toEqual([
      '产出指标|数量指标|五座钢结构换热站|1044.35平方米',
      '产出指标|数量指标|燃气铺设DN200PE|2910m',
      '产出指标|数量指标|河道清淤疏浚|1714m',
      '产出指标|数量指标|铺设污水管钢带增强波纹管|42905m',
      '产出指标|数量指标|铺设市政供水铸铁|4544m',
      '产出指标|质量指标|按照相关规范要求|100%',
      '产出指标|时效指标|项目建设按期完成|100%',
      '产出指标|成本指标|项目投资额|1.99亿',
    ]);
  });

  it('reads rows that slipped to the left and a kind without its level', () => {
    expect(indicators('小区提档升级', 'period').slice(7)).toEqual([
      '产出指标|数量指标|小区路灯更换|750套',
      '产出指标|质量指标|按照相关规范要求质量合格|100%',
      '产出指标|时效指标|项目建设按期完成率|≥80%',
      '产出指标|成本指标|项目投资额|9398万元',
      '效益指标|经济效益|对经济发展的影响|本项目的建设直接经济效益是指在一',
      '效益指标|社会效益|对社会发展的影响|根据朔州城市总体规划的要求,本项',
      '效益指标|生态效益|对生态发展的影响|该项目目前周边无任何污染源,环境',
      '效益指标|可持续影响|发挥作用年限|≥10年',
      '满意度指标|服务对象|群众满意度|≥90%',
    ]);
    expect(sheet('小区提档升级').funds.annual.local?.fen).toBe(742_000_000);
  });

  it('keeps kinds under the level where they are printed', () => {
    expect(indicators('经二路', 'annual').slice(2, 6)).toEqual([
      '产出指标|时效指标|工程进度完成及时|2022年到2024年',
      '效益指标|成本指标|成本控制指标|低碳硅芯项目费用及人员成本在控制范围内',
      '效益指标|经济效益||',
      '效益指标|社会效益|对社会发展的影响|增加就业岗位',
    ]);
    expect(indicators('历年拆迁', 'period').slice(-3)).toEqual([
      '效益指标|经济效益|对经济发展的影响|楼房的入住影响带动平鲁区经济发展。',
      '满意度指标|社会效益|对社会发展的影响|改善了拆迁居民的生活环境',
      '满意度指标|生态效益|对生态环境的影响|老旧平房区脏乱差面貌改善,完善城市',
    ]);
  });

  it('reads a header that swallowed the first level, and a blank between name and value', () => {
    expect(indicators('箱变扩容', 'period').slice(0, 4)).toEqual([
      '产出指标|数量指标|电力|830',
      '产出指标|质量指标|按照相关规范要求质量合格|100%',
      '产出指标|时效指标|建设时长|不超过24个月',
      '产出指标|成本指标|材料购买及人员成本|在成本控制范围内',
    ]);
  });

  it('reads one list as one horizon', () => {
    expect(indicators('失地农民', 'annual')).toEqual([]);
    expect(indicators('失地农民', 'period')).toEqual([
      '产出指标|数量指标|征收土地|一块',
      '产出指标|质量指标|验收合格率|99%',
      '产出指标|时效指标|完成时间|2026年',
      '产出指标|成本指标|总金额|392.12万元',
      '效益指标|经济效益|对经济发展的影响|提高经济',
      '效益指标|社会效益|对社会发展的影响|改善经济',
      '效益指标|生态效益|对生态发展的影响|改善环境',
      '效益指标|可持续影响|发挥作用年限|10年',
      '满意度指标|服务对象满意度|满意度|99%',
    ]);
  });

  it('reads footers wherever they stand', () => {
    expect(sheet('高速公路').filedAt).toBe('20260205160641');
    expect(sheet('公共民生事业').filedAt).toBe('2025111204016');
  });

  it('are the same in the docx, apart from places', async () => {
    const docx = await readFrom(docxReader, 'pinglu-housing-2026.docx');
    const plain = (sheets: readonly ProjectSheet[]): unknown =>
      JSON.parse(
        JSON.stringify(sheets, (key, value: unknown) =>
          key.endsWith('lace') || key === 'textPlaces' ? undefined : value,
        ),
      );
    expect(plain(docx.sheets)).toEqual(plain(text.sheets));
  });
});
