import { codeList } from '../../../model/codes/codes.ts';
import { formerlyNamed } from '../../../model/codes/renamed.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { editDistance } from '../project/projectName.ts';
import { codedRows, listed, sameName, type CodedRow } from './codes.ts';

const authority = '政府收支分类科目';

/** A code that stands below rows that are not its parents, or whose class is misprinted. */
export const codeParent: Rule = {
  id: 'table.codeParent',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const tables = codedRows(disclosure).map(orphansIn);
    return {
      observations: tables.flatMap(({ orphans }) => orphans),
      pass: tables.reduce((sum, { pass }) => sum + pass, 0),
    };
  },
};

/** A table that leaves most parents out has no rows for them: nothing is wrong there. */
function orphansIn(rows: readonly CodedRow[]): { orphans: readonly Observation[]; pass: number } {
  const children = rows.filter(({ code }) => code.length > 3);
  const misprinted = children.filter(({ printedCode }) => printedCode !== null);
  const parents = rowsAbove(rows);
  const orphans = children.filter(
    (row) => row.printedCode === null && !row.code.startsWith(parents.get(row)?.code ?? '\0'),
  );
  const told = orphans.length * 4 <= children.length ? orphans : [];
  return {
    orphans: [...misprinted.map(misprint), ...told.map((row) => orphan(row, rows))],
    pass: children.length - misprinted.length - orphans.length,
  };
}

/** The nearest row above each row, on its side, with a shorter code: the one that must contain it. */
function rowsAbove(rows: readonly CodedRow[]): ReadonlyMap<CodedRow, CodedRow> {
  const parents = new Map<CodedRow, CodedRow>();
  const open = new Map<CodedRow['side'], CodedRow[]>();
  for (const row of rows) {
    const above = open.get(row.side) ?? [];
    while ((above.at(-1)?.code.length ?? 0) >= row.code.length) above.pop();
    const parent = above.at(-1);
    if (parent !== undefined) parents.set(row, parent);
    above.push(row);
    open.set(row.side, above);
  }
  return parents;
}

function misprint(row: CodedRow): Observation {
  const printed = row.printedCode ?? '';
  const expected = `${row.code.slice(0, 3)} ${printed.split(' ').slice(1).join(' ')}`;
  const params = { code: printed, name: row.name, expected };
  const culprit = culpritAt(row.place, printed, { text: expected, fen: null });
  return observe('table.codeParent', 'warning', culprit, { variant: 'misprint', params });
}

function orphan(row: CodedRow, rows: readonly CodedRow[]): Observation {
  const above = rows.slice(0, rows.indexOf(row)).reverse();
  const parent = above.find(({ code }) => code.length < row.code.length);
  const printed = rows.find(
    (other) => other.code.length < row.code.length && row.code.startsWith(other.code),
  );
  const params = {
    code: row.code,
    name: row.name,
    above: parent === undefined ? '' : `${parent.code} ${parent.name}`,
    parent: printed === undefined ? row.code.slice(0, -2) : `${printed.code} ${printed.name}`,
  };
  const evidence = parent === undefined ? [] : [textEvidence(parent.place, params.above)];
  const variant = parent === undefined ? 'missing' : '';
  return observe('table.codeParent', 'warning', culpritAt(row.place, row.code), {
    variant,
    params,
    evidence,
  });
}

/** A code whose name differs from the list's: a warning where the list's row was seen in a real document. */
export const codeName: Rule = {
  id: 'table.codeName',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const rows = onePerName(codedRows(disclosure).flat());
    const known = rows.flatMap((row) => {
      const item = listed(row, disclosure.year);
      return item === null ? [] : [{ row, item }];
    });
    const wrong = known.filter(
      ({ row, item }) =>
        item.verified && !sameName(row.name, item.name) && row.name !== '' && !isFormerName(row),
    );
    const observations = wrong.map(({ row, item }) => otherName(row, item.name, disclosure.year));
    const pass = known.length - wrong.length;
    const kinds = ['warning', 'info'].map((kind) =>
      advice(
        observations.filter(({ severity }) => severity === kind),
        pass,
      ),
    );
    return { observations: kinds.flatMap((kind) => kind.observations), pass };
  },
};

/** The code's own name of earlier years: `text.renamedTerm` tells it. */
function isFormerName({ axis, code, name }: CodedRow): boolean {
  return formerlyNamed(axis, name).includes(code) || formerlyNamed(axis, `${name}支出`).includes(code);
}

/** Very likely a mistake where the names are nearly equal, or where the name is that of another known code. */
function otherName(row: CodedRow, listedName: string, year: number | null): Observation {
  const near = isNear(row.name, listedName);
  const own = codeList(row.axis, year)
    .named(row.name)
    .find((code) => code.length === row.code.length && listed({ ...row, code }, year)?.verified === true);
  const params = { code: row.code, name: row.name, listed: listedName, own: own ?? '' };
  const culprit = culpritAt(row.place, row.name, { text: listedName, fen: null });
  const variant = near ? '' : own === undefined ? 'other' : 'ofOther';
  const severity = near || own !== undefined ? 'warning' : 'info';
  return observe('table.codeName', severity, culprit, { variant, params });
}

/** A slip of one or two characters; a wholly different name may be that of another year's list. */
function isNear(name: string, listedName: string): boolean {
  const [a, b] = [fold(name), fold(listedName)];
  return Math.min(a.length, b.length) >= 4 && editDistance(a, b, 2) <= 2 && a[0] === b[0];
}

function onePerName(rows: readonly CodedRow[]): readonly CodedRow[] {
  const seen = new Set<string>();
  return rows.filter(({ axis, code, name }) => {
    const key = `${axis} ${code} ${fold(name)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Codes that the list does not know: advice, in one finding, since the shipped list is no official edition. */
export const codeUnknown: Rule = {
  id: 'table.codeUnknown',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const rows = onePerCode(codedRows(disclosure).flat());
    const unknown = rows.filter((row) => listed(row, disclosure.year) === null);
    const [first] = unknown;
    if (first === undefined) return { observations: [], pass: rows.length };
    const official = codeList(first.axis, disclosure.year).official;
    const params = {
      count: unknown.length,
      codes: unknown
        .slice(0, 8)
        .map(({ code, name }) => `${code} ${name}`)
        .join('、'),
    };
    const evidence = unknown.slice(1).map((row) => textEvidence(row.place, row.code));
    const observation = observe(
      'table.codeUnknown',
      official ? 'warning' : 'info',
      culpritAt(first.place, first.code),
      {
        params,
        evidence,
      },
    );
    return { observations: [observation], pass: rows.length - unknown.length };
  },
};

function onePerCode(rows: readonly CodedRow[]): readonly CodedRow[] {
  return byCode(rows).flatMap(([first]) => first ?? []);
}

/** The rows of each code, in printed order. */
function byCode(rows: readonly CodedRow[]): readonly (readonly CodedRow[])[] {
  const groups = new Map<string, CodedRow[]>();
  for (const row of rows) {
    const key = `${row.axis} ${row.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** One code under two names in one document. */
export const codeTwoNames: Rule = {
  id: 'table.codeTwoNames',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const codes = byCode(codedRows(disclosure).flat());
    const observations = codes.flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const same = group.filter(({ name }) => name !== '');
      const usual =
        same.filter(({ name }) => sameName(name, first.name)).length * 2 >= same.length ? first : same.at(-1);
      const others = same.filter(({ name }) => usual !== undefined && !sameName(name, usual.name));
      const [odd, ...more] = others.filter((row) => !isUnlisted(row, disclosure.year));
      return odd === undefined || usual === undefined ? [] : [twoNames(usual, odd, more)];
    });
    return { observations, pass: codes.length - observations.length };
  },
};

/** The name of a known code that is not the list's: `codeName` tells it. */
function isUnlisted(row: CodedRow, year: number | null): boolean {
  const item = listed(row, year);
  return item?.verified === true && !sameName(row.name, item.name);
}

function twoNames(usual: CodedRow, odd: CodedRow, more: readonly CodedRow[]): Observation {
  const params = { code: odd.code, name: odd.name, usual: usual.name };
  const evidence = [usual, ...more].map((row) => textEvidence(row.place, row.name));
  const culprit = culpritAt(odd.place, odd.name, { text: usual.name, fen: null });
  return observe('table.codeTwoNames', 'warning', culprit, { params, evidence });
}

/** One code twice in one table: on the same side, under the same unit. */
export const codeTwice: Rule = {
  id: 'table.codeTwice',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const tables = codedRows(disclosure).filter((rows) => !listsUnits(rows));
    const repeated = tables.flatMap(twins);
    const observations = repeated.map(({ row, twin }) =>
      observe('table.codeTwice', 'warning', culpritAt(row.place, row.code), {
        params: { code: row.code, name: row.name, table: row.table.number },
        evidence: [textEvidence(twin.place, twin.code)],
      }),
    );
    return { observations, pass: tables.flat().length - observations.length };
  },
};

/** Rows of one table that repeat an earlier row's code, with that row. */
function twins(rows: readonly CodedRow[]): readonly { readonly row: CodedRow; readonly twin: CodedRow }[] {
  const first = new Map<string, CodedRow>();
  return rows.flatMap((row) => {
    const key = `${row.axis} ${row.code} ${row.side ?? ''} ${row.unit}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, row);
    return twin === undefined ? [] : [{ row, twin }];
  });
}

/** A table that goes through the codes unit by unit: rows without code stand between, and classes repeat. */
function listsUnits(rows: readonly CodedRow[]): boolean {
  const [first] = rows;
  if (first === undefined) return true;
  const classes = rows.filter(({ code }) => code.length === 3);
  const heads = first.table.rows.filter(({ code, level }) => code === null && level > 0).length;
  const repeats = classes.length - new Set(classes.map(({ code, side }) => `${side} ${code}`)).size;
  return heads > 1 && repeats > 1;
}
