/** What a column means, as the Fiscal Data Package writes it. */
export interface ColumnType {
  readonly name: string;
  readonly dataType: 'string' | 'integer' | 'number';
  readonly unique?: true;
  readonly labelOf?: string;
  /** The level above. */
  readonly prior?: string;
}

function coded(name: string, prior?: string): readonly ColumnType[] {
  const above = prior === undefined ? {} : { prior: `${prior}:code` };
  return [
    { name: `${name}:code`, dataType: 'string', unique: true, ...above },
    { name: `${name}:label`, dataType: 'string', labelOf: `${name}:code` },
  ];
}

function levels(name: string, count: number): readonly ColumnType[] {
  return Array.from({ length: count }, (_, i) =>
    coded(`${name}:level${i + 1}`, i === 0 ? undefined : `${name}:level${i}`),
  ).flat();
}

/**
 * The types of the budget taxonomy that the package uses, in our words: the package carries them, since the
 * taxonomy's own address may not answer.
 */
export const budgetTaxonomy: readonly ColumnType[] = [
  { name: 'budget-line-id', dataType: 'string', unique: true },
  { name: 'date:fiscal-year', dataType: 'integer', unique: true },
  ...levels('administrative-classification:generic', 2),
  ...levels('functional-classification:generic', 3),
  ...levels('economic-classification:generic', 2),
  ...coded('fin-source:generic'),
  ...coded('expenditure-type'),
  ...coded('activity:generic:project'),
  { name: 'value', dataType: 'number' },
  { name: 'value-currency:code', dataType: 'string', unique: true },
  { name: 'direction', dataType: 'string', unique: true },
  { name: 'phase:id', dataType: 'string', unique: true },
];

/** Types that the budget taxonomy does not have. */
export const ownTypes: readonly ColumnType[] = [
  ...levels('government-economic-classification:generic', 2),
  ...levels('revenue-classification:generic', 3),
  ...coded('purpose:generic'),
  ...coded('horizon:generic'),
  { name: 'value-precision', dataType: 'number' },
  { name: 'source-place:table', dataType: 'string' },
  { name: 'source-place:row', dataType: 'string' },
  { name: 'source-place:column', dataType: 'string' },
  { name: 'source-place:page', dataType: 'integer' },
  { name: 'source-place:cell', dataType: 'string' },
  { name: 'indicator:level1', dataType: 'string' },
  { name: 'indicator:level2', dataType: 'string', prior: 'indicator:level1' },
  { name: 'indicator:level3', dataType: 'string', prior: 'indicator:level2' },
  { name: 'indicator:value', dataType: 'string' },
  { name: 'activity-text', dataType: 'string' },
];
