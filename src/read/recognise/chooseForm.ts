import { fold } from '../../model/fold.ts';
import type { Form } from '../../model/form.ts';
import type { Stage } from '../../model/scope.ts';
import type { Block } from '../../model/source.ts';
import { namedTables, titlesIn } from './captions.ts';
import { findTables, type FoundTables } from './tables.ts';

export interface ChosenForm {
  readonly form: Form;
  readonly tables: FoundTables;
  /** Null when the document fits no form well enough: it is read by header meaning alone. */
  readonly id: string | null;
  readonly reason: string;
}

/** Chooses the form that recognises most tables; its marks decide between equals. */
export function chooseForm(
  blocks: readonly Block[],
  skip: ReadonlySet<Block>,
  forms: readonly Form[],
): ChosenForm {
  const text = blocks.map((block) => (block.kind === 'paragraph' ? fold(block.text) : '')).join('\n');
  const titled = titleStage(blocks);
  const ofStage = forms.filter((form) => (titled === null ? stageFits(form, text) : form.stage === titled));
  const best = bestOf(blocks, skip, ofStage.length > 0 ? ofStage : forms, text);
  const required = best.form.tables.filter((table) => table.required);
  const present = required.filter((table) =>
    best.tables.tables.some((found) => found.table.key === table.key),
  );
  const fits = present.length >= Math.ceil(required.length * 0.6);
  const reason = `认出表样“${best.form.name}”规定的 ${required.length} 张表中的 ${present.length} 张`;
  return {
    form: best.form,
    tables: best.tables,
    id: fits ? best.form.id : null,
    reason: fits ? reason : `${reason}，不足以确定表样，按表头含义读取`,
  };
}

interface Candidate {
  readonly form: Form;
  readonly tables: FoundTables;
  readonly score: number;
}

/** Reads with the most promising form first; a form that cannot score better any more is not tried. */
function bestOf(
  blocks: readonly Block[],
  skip: ReadonlySet<Block>,
  forms: readonly Form[],
  text: string,
): Candidate {
  const titles = titlesIn(blocks.filter((block) => !skip.has(block)));
  const promising = forms
    .map((form) => ({ form, most: mostPossible(form, namedTables(titles, form).size, text) }))
    .sort((a, b) => b.most - a.most);
  let best: Candidate | null = null;
  for (const { form, most } of promising) {
    if (best !== null && most < best.score) continue;
    const tables = findTables(blocks, skip, form);
    const score = scoreOf(form, tables, text);
    const first = best === null || score > best.score;
    const earlier = best !== null && score === best.score && forms.indexOf(form) < forms.indexOf(best.form);
    if (first || earlier) best = { form, tables, score };
  }
  if (best === null) throw new RangeError('no form to choose from');
  return best;
}

/** The score if every table that a line names were found with all its columns. */
function mostPossible(form: Form, named: number, text: string): number {
  const required = form.tables.filter((table) => table.required).length;
  return named * 5 + marksIn(form, text) * 2 - Math.max(0, required - named);
}

function marksIn(form: Form, text: string): number {
  return (form.marks ?? []).filter((mark) => text.includes(fold(mark))).length;
}

function scoreOf(form: Form, found: FoundTables, text: string): number {
  const listed = found.tables.filter(({ table }) => form.tables.some(({ key }) => key === table.key));
  const columns = listed.reduce((sum, table) => sum + columnFit(table), 0);
  const missing =
    form.tables.filter((t) => t.required).length - listed.filter((t) => t.table.required).length;
  return listed.length * 4 + columns + marksIn(form, text) * 2 - missing;
}

/** The share of the form's columns that the printed table has. */
function columnFit(found: FoundTables['tables'][number]): number {
  const keys = new Set(found.shape.columns.map((column) => column.key));
  const expected = found.table.columns;
  return expected.length === 0
    ? 0
    : expected.filter((column) => keys.has(column.key)).length / expected.length;
}

/** Budget or final accounts, as the first line of the document that names one of them says. */
function titleStage(blocks: readonly Block[]): Stage | null {
  for (const block of blocks.slice(0, 8)) {
    if (block.kind !== 'paragraph' || block.text.length > 60) continue;
    const title = /(?:20\d\d年度?.{0,30}|部门|单位)(预算|决算)(?!.*(?:预算|决算))/.exec(fold(block.text));
    if (title !== null) return title[1] === '决算' ? 'finalAccounts' : 'budget';
  }
  return spentAgainstBudget(blocks) || statesOnlySpending(blocks) ? 'finalAccounts' : null;
}

/** A notice of what was spent: 实际支出的决算为2万元, or no word of a budget at all. */
function statesOnlySpending(blocks: readonly Block[]): boolean {
  const text = blocks.map((block) => (block.kind === 'paragraph' ? fold(block.text) : '')).join('\n');
  if (/实际支出[^。]{0,15}决算(?:数|总额)?为?[\d.,]+万?元/.test(text)) return true;
  return !/预算|决算/.test(text) && /经费[^。]{0,12}支出(?:为|共计|合计)?[\d.,]+万?元/.test(text);
}

/** “支出2万元，年初预算为3万元”: what was spent beside its budget is an account, though nothing says 决算. */
function spentAgainstBudget(blocks: readonly Block[]): boolean {
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? fold(block.text) : ''));
  return !texts.some((text) => text.includes('决算')) && texts.some((text) => againstBudget.test(text));
}

const againstBudget =
  /支出(?:为|共计|合计)?[\d.,]+万?元[,;，；][^。]{0,12}?年初预算(?:数|安排)?(?:为|是)?[\d.,]+万?元/;

function stageFits(form: Form, text: string): boolean {
  const finals = (text.match(/决算/g) ?? []).length;
  const budgets = (text.match(/预算/g) ?? []).length;
  return form.stage === 'finalAccounts' ? finals > budgets * 0.5 : finals <= budgets;
}
