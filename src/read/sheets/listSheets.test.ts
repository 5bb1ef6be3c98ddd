import { describe, expect, it } from 'vitest';
import type { Block, Grid, SourceCell } from '../../model/source.ts';
import { readSheets } from './readSheets.ts';

/** A grid of rows whose cells are divided by "|"; "^" is merged with the cell above. */
function grid(text: string): Grid {
  const rows: SourceCell[][] = [];
  for (const [index, line] of text.trim().split('\n').entries()) {
    const above = rows.at(-1);
    rows.push(
      line.split('|').map((cell, column) => {
        const merged = cell === '^' ? above?.[column] : undefined;
        return merged ?? { text: cell, place: { file: 't', line: index + 1 } };
      }),
    );
  }
  return { kind: 'grid', rows, place: { file: 't', line: 1 } };
}

/** The title of the list, its money unit, and what its sheets say. */
function listed(text: string) {
  const blocks = ['项目支出绩效目标表', '单位：万元'].map((line): Block => {
    const place = { file: 't' };
    return { kind: 'paragraph', text: line, place, spans: [{ start: 0, end: line.length, place }] };
  });
  return readSheets([...blocks, grid(text)]).sheets.map((sheet) => ({
    name: sheet.name,
    total: sheet.funds.annual.total?.fen ?? null,
    goal: sheet.texts.annualGoal,
    indicators: sheet.indicators.map((i) => [i.level1, i.level2, i.level3, i.value].join(' ')),
  }));
}

const wells = {
  name: '水源井维护',
  total: 1_230_000,
  goal: '维护水源井30眼。',
  indicators: ['产出指标 数量指标 维护眼数 ≥30眼', '满意度指标 服务对象满意度指标 用户满意度 ≥90%'],
};

describe('lists of the targets of all projects', () => {
  it('with comparison, value and unit apart, weights and directions beside them', () => {
    expect(
      listed(`
单位名称|项目名称|预算数|绩效目标|一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位|本年权重|指标方向性
某站|水源井维护|1.23|维护水源井30眼。|产出指标|数量指标|维护眼数|≥|30|眼|50|正向
^|^|^|^|满意度指标|服务对象满意度指标|用户满意度|≥|90|%|50|正向`),
    ).toEqual([wells]);
  });

  it.each(['单位名称（项目名称）', '单位（专项）名称', '单位名称、项目名称'])(
    'with units and projects in one column: %s',
    (head) => {
      expect(
        listed(`
${head}|年度预算申请资金总额|项目年度绩效目标|一级指标|二级指标|三级指标|指标性质|指标值|度量单位
某站||||||||
水源井维护|1.23|维护水源井30眼。|产出指标|数量指标|维护眼数|≥|30|眼
^|^|^|满意度指标|服务对象满意度指标|用户满意度|≥|90|%`),
      ).toEqual([wells]);
    },
  );
});

it('a sheet whose indicators have no levels', () => {
  expect(
    listed(`
项目名称|水源井维护|||||
业务主管部门|某局|||||
2027年预算|1.23|||||
项目概况|管护农村水源井。|||||
当年绩效目标|维护水源井30眼。|||||
绩效指标|指标|指标权重|计量单位|指标性质|指标值|是否核心指标
^|维护眼数|50|眼|≥|30|是
^|用户满意度|50|%|≥|90|是`),
  ).toMatchObject([
    { name: '水源井维护', goal: '维护水源井30眼。', indicators: ['  维护眼数 ≥30眼', '  用户满意度 ≥90%'] },
  ]);
});

it('a sheet whose unit stands in the line above, with directions beside its values', () => {
  const place = { file: 't' };
  const line = (text: string): Block => ({
    kind: 'paragraph',
    ...{ text, place, spans: [{ start: 0, end: text.length, place }] },
  });
  const table = grid(`
项目名称|水源井维护|||||
主管部门|某局|||||
项目资金|年度资金总额|1.23||||
^|其中：财政拨款|1.23||||
年度目标|维护水源井30眼。|||||
一级指标|二级指标|三级指标|指标值|计量单位|权重|指标方向
产出指标|数量指标|维护眼数|30|眼|50|正向
成本指标|经济成本指标|维护成本|1.23|万元|50|反向`);
  const [sheet] = readSheets([line('项目支出绩效目标表'), line('单位：万元'), table]).sheets;
  expect(sheet?.funds.annual.total?.fen).toBe(1_230_000);
  expect(sheet?.indicators.map(({ value }) => value)).toEqual(['30眼', '1.23万元']);
});
