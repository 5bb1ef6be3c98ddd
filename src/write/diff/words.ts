import type { Language } from '../../model/language.ts';

/** What a comparison is told with. */
export interface DiffWords {
  readonly title: string;
  readonly old: string;
  readonly new: string;
  readonly same: string;
  readonly unnamed: string;
  readonly figures: string;
  readonly projects: string;
  readonly indicators: string;
  readonly texts: string;
  readonly count: (count: number) => string;
  readonly none: string;
  readonly change: string;
  readonly row: string;
  readonly column: string;
  readonly project: string;
  readonly indicator: string;
  readonly kind: string;
  readonly amount: string;
  readonly kinds: Readonly<Record<'new' | 'ended' | 'renamed' | 'changed', string>>;
  readonly horizons: Readonly<Record<'period' | 'annual', string>>;
  readonly formerly: (name: string) => string;
  readonly removed: string;
  readonly added: string;
  readonly unit: (unit: string) => string;
  readonly yuan: string;
  readonly colon: string;
}

const zh: DiffWords = {
  title: '对比',
  old: '原',
  new: '新',
  same: '没有差别。',
  unnamed: '（未写明部门）',
  figures: '一、金额',
  projects: '二、项目',
  indicators: '三、绩效指标',
  texts: '四、文字',
  count: (count) => `${count}处`,
  none: '没有差别',
  change: '增减',
  row: '行',
  column: '列',
  project: '项目',
  indicator: '指标',
  kind: '变化',
  amount: '金额',
  kinds: { new: '新增', ended: '结束', renamed: '改名', changed: '金额变动' },
  horizons: { period: '实施期', annual: '年度' },
  formerly: (name) => `原名：${name}`,
  removed: '删去',
  added: '增加',
  unit: (unit) => `单位：${unit}`,
  yuan: '万元',
  colon: '：',
};

const en: DiffWords = {
  title: 'Comparison',
  old: 'old',
  new: 'new',
  same: 'Nothing differs.',
  unnamed: '(no department named)',
  figures: '1. Amounts',
  projects: '2. Projects',
  indicators: '3. Performance indicators',
  texts: '4. Texts',
  count: (count) => `${count}`,
  none: 'nothing differs',
  change: 'change',
  row: 'row',
  column: 'column',
  project: 'project',
  indicator: 'indicator',
  kind: 'what',
  amount: 'amount',
  kinds: { new: 'new', ended: 'ended', renamed: 'renamed', changed: 'amount' },
  horizons: { period: 'whole term', annual: 'this year' },
  formerly: (name) => `formerly ${name}`,
  removed: 'removed',
  added: 'added',
  unit: (unit) => `in ${unit}`,
  yuan: '万元',
  colon: ': ',
};

export function diffWords(language: Language): DiffWords {
  return language === 'zh' ? zh : en;
}
