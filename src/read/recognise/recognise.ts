import { gather } from '../../model/gather.ts';
import { extend } from '../../model/extend.ts';
import type { DepartmentGoal, Disclosure, Uncertain } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import type { Form } from '../../model/form.ts';
import { shippedForms } from '../../model/forms.ts';
import type { Block, SourceDocument } from '../../model/source.ts';
import { readEvaluations } from '../sheets/evaluations.ts';
import { readSheets } from '../sheets/readSheets.ts';
import { withClaims } from './claims.ts';
import { chooseForm } from './chooseForm.ts';
import { readContents } from './contents.ts';
import { departmentCodeOf, departmentOf, regionOf, yearOf } from './identity.ts';
import { withoutFurniture } from './furniture.ts';
import { documentNames, sheetNames, type CodedName } from './names.ts';
import { outline } from './outline.ts';
import { printedLines } from './printedLines.ts';
import { readTables } from './readings.ts';
import { separateDisclosures } from './series.ts';
import { printedName } from './printedName.ts';
import { agreedUnit, type FoundTable } from './table.ts';
import { commonUnit } from './mostFrequent.ts';
import { dutiesOf, glossaryOf, narrativeOf, officesOf } from './text.ts';
import { doubtAt } from '../../model/words/doubts.ts';

/** Turns what a reader saw into a disclosure, by the form that fits it best. */
export function recognise(document: SourceDocument, forms: readonly Form[] = shippedForms): Disclosure {
  const source = { ...document, blocks: withoutFurniture(document.blocks) };
  const contents = readContents(source.blocks);
  const sheets = readSheets(source.blocks);
  const skip: ReadonlySet<Block> = new Set([...contents.used, ...sheets.used]);
  const chosen = chooseForm(source.blocks, skip, forms);
  const found = chosen.tables.tables;
  const year = yearOf(found, source.blocks);
  const department = departmentOf(found, source.blocks);
  const names = documentNames(codedNames(found), year, department, sheetNames(sheets.sheets));
  const readings = readTables(found, { form: chosen.form, year, names, unit: agreedUnit(found) });
  const tables = readings.map(({ read }) => read);
  const used = new Set([...skip, ...chosen.tables.used]);
  const sections = outline(source.blocks, used, chosen.form, department);
  return {
    file: source.file,
    department: { code: departmentCodeOf(sheets.sheets), name: printedName(department, source.blocks) },
    region: regionOf(department),
    year,
    stage: chosen.form.stage,
    form: chosen.id,
    formReason: chosen.reason,
    unit: commonUnit(tables.map(({ table }) => table.unit)),
    contents: contents.entries,
    overview: { duties: dutiesOf(sections), offices: officesOf(sections) },
    tables: tables.map(({ table }) => table),
    narrative: withClaims(narrativeOf(sections), {
      form: chosen.form,
      year,
      department,
      tables: readings.map((reading) => reading.found),
      names,
    }),
    // A budget's evaluations are of earlier projects: no goals of this year.
    projects: sheets.sheets.filter(({ report }) => report !== true || chosen.form.stage !== 'budget'),
    ...goalsOf(sheets.goals),
    ...evaluationsIn(source.blocks),
    glossary: glossaryOf(sections),
    uncertain: [
      ...uncertainOf(source),
      ...chosen.tables.uncertain,
      ...tables.flatMap((t) => t.uncertain),
      ...sheets.uncertain,
    ],
    unplaced: tables.flatMap((table) => table.unplaced),
    figures: numbered(gather(tables, (table) => table.figures)),
    ...separatedIn(chosen.tables.titled, source.blocks, new Set(contents.used)),
    printed: printedLines(source, contents.used, sheets.used, found, sections),
  };
}

function evaluationsIn(blocks: readonly Block[]): Pick<Disclosure, 'evaluations'> {
  const evaluations = readEvaluations(blocks);
  return evaluations.length === 0 ? {} : { evaluations };
}

function separatedIn(
  tables: readonly FoundTable[],
  blocks: readonly Block[],
  contents: ReadonlySet<Block>,
): Pick<Disclosure, 'separate'> {
  const separate = separateDisclosures(tables, blocks, contents);
  return separate.length === 0 ? {} : { separate };
}

function goalsOf([departmentGoal, ...unitGoals]: readonly DepartmentGoal[]): Pick<
  Disclosure,
  'departmentGoal' | 'unitGoals'
> {
  if (departmentGoal === undefined) return {};
  return { departmentGoal, ...(unitGoals.length === 0 ? {} : { unitGoals }) };
}

function numbered(figures: readonly Omit<Figure, 'id'>[]): readonly Figure[] {
  return figures.map((figure, id) => extend(figure, { id }));
}

function codedNames(tables: readonly FoundTable[]): readonly CodedName[] {
  return tables
    .filter((table) => table.table.rows === 'function')
    .flatMap((table) => table.raw.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])));
}

function uncertainOf(source: SourceDocument): readonly Uncertain[] {
  return source.notes.map(({ code, place, detail }) => doubtAt(place, code, detail));
}
