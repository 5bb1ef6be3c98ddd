import type { Disclosure, PrintedLine } from '../../../model/disclosure.ts';
import { narrativeText } from '../../documentTexts.ts';

/** A department that a sentence of the narrative is about. */
export interface NamedInText extends PrintedLine {
  readonly name: string;
}

/** Bodies that make budgets of their own; a centre, a station or a school may be a unit of the department. */
const body = '(?:局|委员会|办公室|办事处|人民政府|厅|法院|检察院|联合会)';

const endsAsBody = new RegExp(`${body}$`);

/** What only a department's own sentence goes on with; 2026年批复 and 2026年工作安排 are of others. */
const ownMoney = [
  '无?(?:一般公共预算|政府性基金|国有资本经营|财政拨款|机关运行经费|政府采购|“?三公|项目支出|基本支出',
  '|(?:部门|单位|总)?(?:收入|支出|收支))',
].join('');
const ownAssets = '共有?(?:车辆|公务用车)|占有?使用|使用的办公用房';
const ownGoals = '纳入(?:预算)?绩效(?:目标)?管理的|(?:部门)?预算绩效管理(?:工作)?(?:开展)?情况';
const ownUnits = '下属\\d+[家个](?:机关|行政|参公|事业)';
const ownDuties = '的?主要(?:职责|职能|工作职责)(?:是|为|有|包括|如下|：|:)';
const ownBudget = '(?:部门|单位)(?:预算|决算)(?:编制|公开)?(?:说明|情况|信息|报表|包括|由|公开如下)';
const title = '(?:[(（](?:部门|单位|本级|机关)[)）]|本级|机关|部门|单位)?';
const goesOn = `${title}(?=(?:的?20\\d\\d年度?)?(?:${[ownMoney, ownAssets, ownGoals, ownUnits, ownDuties, ownBudget].join('|')}))`;

/** Words before the name that leave it the subject: 2026年，截至2025年12月31日，现将. */
const asOf = '截[至止](?:20\\d\\d年(?:\\d{1,2}月(?:\\d{1,2}日|底|末)?|底|末)?|本?年末|上年末)[，,]?';
const opening = new RegExp(
  `(^|[。；]|20\\d\\d年度?[，,]?|${asOf}|现将)\\s*([\\u4e00-\\u9fff]{3,24}?${body})${goesOn}`,
  'g',
);

/** 纳入甲局2026年部门预算编制范围的单位: a list of the department's own units. */
const itsUnits = new RegExp(
  `(纳入)([\\u4e00-\\u9fff]{3,24}?${body})(?:20\\d\\d年度?)?部门(?:预算|决算)(?:编制|编报|汇总)?范围的(?:二级|预算|下属|所属)?(?:预算)?单位`,
  'g',
);

/** Words of a sentence, not of a name: 我局, 与上年相比区财政局. */
const noName = /^(?:本|我|该|各|其|与|和|由|及|按|根据|经|报|以|是|等|比|较|向|对|全|所属|下属)|[，。的]/;

/** Said before in the paragraph: then what follows a semicolon is the next of several units. */
const ownBefore = /本(?:部门|单位|级)|我[局委办厅]|机关/;

/** The departments that sentences are about, as printed. */
export function departmentsInText({ narrative, department }: Disclosure): readonly NamedInText[] {
  const own = department.name ?? '';
  // A unit may list the units of the department that it belongs to.
  const patterns = endsAsBody.test(own) ? [opening, itsUnits] : [opening];
  return narrative.flatMap(({ section, paragraphs }) =>
    paragraphs.flatMap((paragraph) =>
      patterns.flatMap((pattern) =>
        [...paragraph.text.matchAll(pattern)].flatMap((match) => {
          const [whole, before = '', name = ''] = match;
          const said = paragraph.text.slice(0, match.index);
          const isListed = before === '；' && (said.includes(own) || ownBefore.test(said));
          if (noName.test(name) || isListed) return [];
          const at = match.index + whole.indexOf(name, before.length);
          return [{ text: name, name, place: narrativeText(paragraph, section, '').placeAt(at) }];
        }),
      ),
    ),
  );
}
