import type { BookIndicator, BookSheet } from '../../src/model/book.ts';
import { randomOf, type Random } from '../random.ts';
import type { DepartmentPlan, PlannedProject } from './plan.ts';
import { adverbs, qualities, tasks, villages } from './words.ts';

/** The performance sheet of a project in a year, with texts of its own and targets that fit its money. */
export function sheetOf(
  project: PlannedProject,
  plan: DepartmentPlan,
  year: number,
  fen: number,
  number: number,
): BookSheet {
  const random = randomOf(plan.seed * 17 + number);
  const once = project.until === project.from;
  const years = project.until - project.from + 1;
  const goal = sentence(project, random, number);
  return {
    attribute: once ? '一次性项目(1年结束)' : '经常性项目',
    term: `${years}年`,
    funds: { period: sources(project, fen * years), annual: sources(project, fen) },
    texts: {
      overview: sentence(project, random, number),
      basis: `${plan.region}${year - 1}年第${number + 1}次工作会议纪要`,
      necessity: sentence(project, random, number),
      safeguards: sentence(project, random, number),
      plan: `${1 + random.below(5)}月启动，${6 + random.below(5)}月底前完成。`,
      periodGoal: goal,
      annualGoal: goal,
    },
    indicators: (['period', 'annual'] as const).flatMap((horizon) =>
      indicators(project, horizon, year, number),
    ),
    filedAt: `${year - 1}-11-20`,
  };
}

/** The whole term has so many times the year's money; of every third project others bear a part. */
function sources({ from, fund, name }: PlannedProject, fen: number): BookSheet['funds']['annual'] {
  const isShared = fund === 'general' && (from + name.length) % 3 === 0;
  const [central, provincial] = isShared ? [wholeYuan(fen / 4), wholeYuan(fen / 10)] : [0, 0];
  return { central, provincial, local: fen - central - provincial, own: 0 };
}

function wholeYuan(fen: number): number {
  return Math.floor(fen / 100) * 100;
}

/** A sentence that no other project shares. */
function sentence({ thing, name }: PlannedProject, random: Random, number: number): string {
  const parts = Array.from(
    { length: 3 },
    () => `${random.pick(villages)}${random.pick(adverbs)}${random.pick(tasks)}${thing}`,
  );
  return `${name}要求${parts.join('，')}，做到${random.pick(qualities)}，涉及${number + 2}处。`;
}

function indicators(
  { thing }: PlannedProject,
  horizon: BookIndicator['horizon'],
  year: number,
  number: number,
): readonly BookIndicator[] {
  const rows = [
    ['产出指标', '数量指标', `${thing}处数`, `≥${number + 2}处`],
    ['产出指标', '质量指标', '验收合格率', '100%'],
    ['产出指标', '时效指标', '完成时间', `${year}年11月30日前`],
    ['效益指标', '社会效益', '受益村庄', `≥${3 + (number % 9)}个`],
    ['满意度指标', '服务对象满意度', '群众满意度', '≥90%'],
  ] as const;
  return rows.map(([level1, level2, level3, value]) => ({ horizon, level1, level2, level3, value }));
}
