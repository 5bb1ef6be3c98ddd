import type { Uncertain } from '../disclosure.ts';
import type { Language } from '../language.ts';
import type { Place } from '../place.ts';

type Doubt = NonNullable<Uncertain['note']>;
type Told = (detail: string) => string;

const after = (words: string, sign: string): Told => {
  return (detail) => (detail === '' ? words : `${words}${sign}${detail}`);
};

const zh: Readonly<Record<Doubt, Told>> = {
  hiddenCells: after('有隐藏的行、列或工作表', '：'),
  revisionsAccepted: after('含有修订痕迹，按接受修订后的内容读取', '：'),
  picturePage: after('这一页是图片，没有文字', '：'),
  uncertainLayout: after('版面不规则，可能没有读全', '：'),
  alignedTable: after('表格的框线不全，各列按对齐读取', '：'),
  formulaWithoutResult: after('公式没有计算结果', '：'),
  convertedByOffice: after('经 LibreOffice 转换后读取', '：'),
  lossyEncoding: after('文字编码有无法识别的字符', '：'),
  unknownTable: after('没有认出这张表是哪一张（标题不在表样之中）', '：'),
  unitMissing: (unit) => `表内没有注明金额单位，按${unit}读取`,
  notAnAmount: (text) => `“${text}”不是可以读作金额的数`,
  noAmount: (label) => `“${label}”没有印出金额`,
  repeatedLabel: (label) => `资金标签“${label}”重复出现，只取第一次的金额`,
  unclearIndicator: after('绩效指标行无法确定各栏', '：'),
  gluedIndicators: after('年度指标粘连在一个单元格中，对照实施期拆开', '：'),
  oneIndicatorSet: after('本行只印了一套指标，另一套空缺', '：'),
  unusualLevel2: after('二级指标不是常见的名称', '：'),
  unknownRow: after('没有认出的行', '：'),
  unnamedProject: after('绩效目标表没有印出项目名称', '：'),
};

const en: Readonly<Record<Doubt, Told>> = {
  hiddenCells: after('Hidden rows, columns or sheets', ': '),
  revisionsAccepted: after('Tracked changes, read as accepted', ': '),
  picturePage: after('This page is a picture without text', ': '),
  uncertainLayout: after('The layout is irregular; not everything may have been read', ': '),
  alignedTable: after('The table lacks rules; its columns were read by alignment', ': '),
  formulaWithoutResult: after('A formula without a computed result', ': '),
  convertedByOffice: after('Read after conversion by LibreOffice', ': '),
  lossyEncoding: after('The encoding holds characters that cannot be read', ': '),
  unknownTable: after('Which table this is was not recognised (its title is in no form)', ': '),
  unitMissing: (unit) => `The table states no unit of money; read in ${unit}`,
  notAnAmount: (text) => `“${text}” cannot be read as an amount`,
  noAmount: (label) => `No amount is printed for “${label}”`,
  repeatedLabel: (label) => `The source of money “${label}” is printed twice; the first amount was taken`,
  unclearIndicator: after('The columns of a row of indicators are not clear', ': '),
  gluedIndicators: after('Indicators of the year share one cell; parted as those of the period are', ': '),
  oneIndicatorSet: after('The row prints one set of indicators; the other is blank', ': '),
  unusualLevel2: after('The second level of the indicator bears no common name', ': '),
  unknownRow: after('A row that was not recognised', ': '),
  unnamedProject: after('The sheet of goals names no project', ': '),
};

/** A doubt of the given kind at a place; `detail` is what is printed there. */
export function doubtAt(place: Place, note: Doubt, detail?: string): Uncertain {
  const told = detail === undefined ? {} : { detail };
  return { place, note, ...told, reason: zh[note](detail ?? '') };
}

/** What could not be read with certainty, in the reader's language; a doubt without a kind as it was noted. */
export function doubtWords({ note, detail = '', reason }: Uncertain, language: Language): string {
  return note === undefined || language === 'zh' ? reason : en[note](detail);
}
