import { fold } from '../../model/fold.ts';
import type { Form } from '../../model/form.ts';
import type { Block } from '../../model/source.ts';
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
  const ofStage = forms.filter((form) => stageFits(form, text));
  const scored = (ofStage.length > 0 ? ofStage : forms).map((form) => {
    const tables = findTables(blocks, skip, form);
    return { form, tables, score: scoreOf(form, tables, text) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
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

function scoreOf(form: Form, found: FoundTables, text: string): number {
  const columns = found.tables.reduce((sum, table) => sum + columnFit(table), 0);
  const marks = (form.marks ?? []).filter((mark) => text.includes(fold(mark))).length;
  const missing =
    form.tables.filter((t) => t.required).length - found.tables.filter((t) => t.table.required).length;
  return found.tables.length * 4 + columns + marks * 2 - missing;
}

/** The share of the form's columns that the printed table has. */
function columnFit(found: FoundTables['tables'][number]): number {
  const keys = new Set(found.shape.columns.map((column) => column.key));
  const expected = found.table.columns;
  return expected.length === 0
    ? 0
    : expected.filter((column) => keys.has(column.key)).length / expected.length;
}

function stageFits(form: Form, text: string): boolean {
  const finals = (text.match(/决算/g) ?? []).length;
  const budgets = (text.match(/预算/g) ?? []).length;
  return form.stage === 'finalAccounts' ? finals > budgets * 0.5 : finals <= budgets;
}
