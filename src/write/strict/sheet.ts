import { elementsNamed, everyElement, misplaced, unknownChildren, type Element } from './element.ts';
import { packageFaults, partsOf, relationsOf, type Parts } from './package.ts';

// The sequences of ECMA-376 part 1: Excel repairs or refuses a workbook whose children stand otherwise.
const worksheet =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
  'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
  'customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture ' +
  'oleObjects controls webPublishItems tableParts extLst';
const workbook =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences ' +
  'definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing ' +
  'fileRecoveryPr webPublishObjects extLst';
const styleSheet =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst';
const sequences: Readonly<Record<string, string>> = {
  worksheet,
  workbook,
  styleSheet,
  dxf: 'font numFmt fill alignment border protection extLst',
  c: 'f v is extLst',
};

/** What Excel would repair or refuse in a workbook; a part and what is wrong there. */
export function sheetFaults(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const book = parts.xml.get('xl/workbook.xml');
  if (book === undefined) return ['there is no workbook'];
  const styles = parts.xml.get('xl/styles.xml');
  const limits = {
    strings: parts.xml.get('xl/sharedStrings.xml')?.children.length ?? 0,
    formats: styles?.children.find(({ name }) => name === 'cellXfs')?.children.length ?? 1,
    conditions: styles?.children.find(({ name }) => name === 'dxfs')?.children.length ?? 0,
  };
  const inParts = [...parts.xml].flatMap(([name, root]) =>
    [
      ...[...everyElement(root)].flatMap(sequenceFaults),
      ...(root.name === 'worksheet' ? worksheetFaults(root, limits) : []),
    ].map((fault) => `${name}: ${fault}`),
  );
  return [...packageFaults(parts), ...inParts, ...bookFaults(book, parts)];
}

function sequenceFaults(element: Element): readonly string[] {
  const sequence = sequences[element.name]?.split(' ');
  if (sequence === undefined) return [];
  return [...misplaced(element, sequence), ...unknownChildren(element, sequence)];
}

function bookFaults(book: Element, parts: Parts): readonly string[] {
  const names = elementsNamed(book, 'sheet').map(({ attributes }) => attributes.get('name') ?? '');
  const relations = relationsOf(parts, 'xl/workbook.xml');
  const lost = elementsNamed(book, 'sheet').filter(
    ({ attributes }) => !relations.has(attributes.get('r:id') ?? ''),
  );
  const bad = names.filter((name) => name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name));
  const folded = names.map((name) => name.toLowerCase());
  const defined = elementsNamed(book, 'definedName');
  const sheetsOf = (text: string): readonly string[] =>
    [...text.matchAll(/'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!/gu)].map(
      ([, quoted, plain]) => quoted?.replaceAll("''", "'") ?? plain ?? '',
    );
  const scoped = defined.map(
    ({ attributes }) => `${attributes.get('name') ?? ''} ${attributes.get('localSheetId') ?? ''}`,
  );
  return [
    ...bad.map((name) => `Excel does not take the sheet name ${name}`),
    ...folded.filter((name, i) => folded.indexOf(name) !== i).map((name) => `two sheets are called ${name}`),
    ...lost.map(() => 'a sheet leads to no part'),
    ...scoped
      .filter((name, i) => scoped.indexOf(name) !== i)
      .map((name) => `the name ${name} is defined twice`),
    ...defined.flatMap(({ text }) =>
      sheetsOf(text)
        .filter((name) => !names.includes(name))
        .map((name) => `a name leads to the sheet ${name}`),
    ),
    ...defined
      .filter(({ text }) => text.includes('#REF!'))
      .map(({ text }) => `a name leads nowhere: ${text}`),
  ];
}

interface Limits {
  readonly strings: number;
  readonly formats: number;
  readonly conditions: number;
}

function worksheetFaults(sheet: Element, limits: Limits): readonly string[] {
  const cells = elementsNamed(sheet, 'c');
  return [
    ...orderFaults(sheet),
    ...cells.flatMap((cell) => cellFaults(cell, limits)),
    ...mergeFaults(sheet),
    ...validationFaults(sheet),
    ...conditionFaults(sheet, limits),
  ];
}

/** Rows and the cells of a row go upwards. */
function orderFaults(sheet: Element): readonly string[] {
  const rows = elementsNamed(sheet, 'row');
  const numbers = rows.map(({ attributes }) => Number(attributes.get('r')));
  const upwards = (values: readonly number[]): boolean =>
    values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0));
  const crossed = rows.filter((row) => {
    const columns = row.children.map(({ attributes }) => boxOf(attributes.get('r') ?? '')[0]);
    return !upwards(columns);
  });
  return [
    ...(upwards(numbers) ? [] : ['rows do not go upwards']),
    ...crossed.map(({ attributes }) => `row ${attributes.get('r') ?? ''}: cells do not go upwards`),
  ];
}

function cellFaults({ attributes, children }: Element, { strings, formats }: Limits): readonly string[] {
  const [at, kind] = [attributes.get('r') ?? '', attributes.get('t') ?? 'n'];
  const value = children.find(({ name }) => name === 'v')?.text;
  const formula = children.find(({ name }) => name === 'f')?.text ?? '';
  const faults = [
    [Number(attributes.get('s') ?? 0) >= formats, 'has a format that is not there'],
    [kind === 's' && Number(value) >= strings, 'has a text that is not there'],
    [
      kind === 'n' && value !== undefined && !Number.isFinite(Number(value === '' ? NaN : value)),
      `holds the number “${value ?? ''}”`,
    ],
    [kind === 'e', 'holds an error'],
    [formula.startsWith('=') || formula.length > 8192, 'has a formula that Excel does not take'],
    [/#REF!|\[\d+\]/.test(formula), 'has a formula that leads nowhere'],
    [(value ?? '').length > 32_767, 'is too long'],
  ] as const;
  return faults.filter(([is]) => is).map(([, what]) => `${at} ${what}`);
}

/** [left, top, right, bottom] of a range. */
function boxOf(range: string): readonly [number, number, number, number] {
  const ends = range.split(':').map((address) => {
    const [, letters = '', row = '0'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [column, Number(row)] as const;
  });
  const [[left, top] = [0, 0]] = ends;
  const [right, bottom] = ends.at(-1) ?? [left, top];
  return [left, top, right, bottom];
}

function mergeFaults(sheet: Element): readonly string[] {
  const ranges = elementsNamed(sheet, 'mergeCell').map(({ attributes }) => attributes.get('ref') ?? '');
  const boxes = ranges.map(boxOf);
  const meet = boxes.filter(([left, top, right, bottom], i) =>
    boxes.some(([l, t, r, b], j) => j < i && l <= right && r >= left && t <= bottom && b >= top),
  );
  const single = boxes.filter(([left, top, right, bottom]) => left === right && top === bottom);
  return [
    ...meet.map((box) => `merged cells overlap at ${box.join()}`),
    ...single.map((box) => `one cell is merged at ${box.join()}`),
  ];
}

/** A list that is written out takes 255 characters; titles 32, messages 255. */
function validationFaults(sheet: Element): readonly string[] {
  return elementsNamed(sheet, 'dataValidation').flatMap(({ attributes, children }) => {
    const formula = children.find(({ name }) => name === 'formula1')?.text ?? '';
    const at = attributes.get('sqref') ?? '';
    const lengths = [
      [formula.startsWith('"') && formula.length > 257, 'a list that is too long'],
      [
        (attributes.get('promptTitle') ?? '').length > 32 || (attributes.get('errorTitle') ?? '').length > 32,
        'a title that is too long',
      ],
      [
        (attributes.get('prompt') ?? '').length > 255 || (attributes.get('error') ?? '').length > 255,
        'a message that is too long',
      ],
      [at === '', 'no range'],
    ] as const;
    return lengths.filter(([is]) => is).map(([, what]) => `the validation of ${at} has ${what}`);
  });
}

function conditionFaults(sheet: Element, { conditions }: Limits): readonly string[] {
  const rules = elementsNamed(sheet, 'cfRule');
  const priorities = rules.map(({ attributes }) => attributes.get('priority') ?? '');
  return [
    ...rules
      .filter(({ attributes }) => Number(attributes.get('dxfId') ?? 0) >= Math.max(1, conditions))
      .map(() => 'a condition has a format that is not there'),
    ...priorities
      .filter((each, i) => priorities.indexOf(each) !== i)
      .map((each) => `two conditions have the priority ${each}`),
  ];
}
