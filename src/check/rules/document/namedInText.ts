import type { Disclosure, PrintedLine } from '../../../model/disclosure.ts';
import { narrativeText } from '../../documentTexts.ts';

/** A department that a sentence of the narrative is about. */
export interface NamedInText extends PrintedLine {
  readonly name: string;
}

/** Bodies that make budgets of their own; a centre, a station or a school may be a unit of the department. */
const body = '(?:局|委员会|办公室|办事处|人民政府|厅|法院|检察院|联合会)';

/** What only a department's own sentence goes on with; 2026年批复 and 2026年工作安排 are of others. */
const ownMoney = [
  '无?(?:一般公共预算|政府性基金|国有资本经营|财政拨款|机关运行经费|政府采购|“?三公|项目支出|基本支出',
  '|(?:部门|单位|总)?(?:收入|支出|收支))',
].join('');
const goesOn = `(?:[(（](?:部门|单位|本级)[)）])?(?=(?:20\\d\\d年度?)?${ownMoney})`;

const opening = new RegExp(
  `(?:^|[。；]|20\\d\\d年度?[，,]?)\\s*([\\u4e00-\\u9fff]{3,24}?${body})${goesOn}`,
  'g',
);

/** Words of a sentence, not of a name: 我局, 与上年相比区财政局. */
const noName = /^(?:本|我|该|各|其|与|和|由|及|按|根据|经|报|以|是|等|比|较|向|对|全|所属|下属)|[，。的]/;

/** The departments that sentences begin with, as printed. */
export function departmentsInText({ narrative }: Disclosure): readonly NamedInText[] {
  return narrative.flatMap(({ section, paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      [...paragraph.text.matchAll(opening)].flatMap((match) => {
        const [, name = ''] = match;
        if (noName.test(name)) return [];
        const at = match.index + match[0].indexOf(name);
        return [{ text: name, name, place: narrativeText(paragraph, section, '').placeAt(at) }];
      }),
    ),
  );
}
