import type { Disclosure } from '../../model/disclosure.ts';
import { formatAmount } from '../../model/money.ts';
import type { Field } from './fields.ts';
import { phaseOf, type ResourceTotal } from './lines.ts';
import { ownTypes } from './taxonomy.ts';

/** A file of the package as its descriptor tells it. */
export interface DescribedResource {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string;
  /** Null for texts; a direction of null where the lines say it themselves. */
  readonly measure: { readonly direction: 'revenue' | 'expenditure' | null } | null;
  readonly totals: readonly ResourceTotal[];
}

export interface PackageOptions {
  /** When the department published it, YYYY-MM-DD; the clock is never asked. */
  readonly published?: string;
  /** The package says that it is no final one. */
  readonly draft?: boolean;
}

/**
 * datapackage.json: a Fiscal Data Package that the published profiles accept. They require `model`, which the
 * 1.0 text has given up for `columnType` in each field: both are there.
 */
export function descriptorOf(
  disclosure: Disclosure,
  resources: readonly DescribedResource[],
  { published, draft = false }: PackageOptions,
): object {
  const { year, region, form, stage } = disclosure;
  return {
    profile: 'tabular-data-package',
    name: packageName(disclosure),
    title: `${draft ? '（草稿）' : ''}${titleOf(disclosure)}`,
    ...(draft ? { draft } : {}),
    ...(published === undefined ? {} : { created: `${published}T00:00:00Z` }),
    countryCode: 'CN',
    ...(region === null ? {} : { region }),
    granularity: 'aggregated',
    ...(year === null ? {} : { fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` } }),
    stage,
    ...(form === null ? {} : { form }),
    resources: resources.map(resourceOf),
    columnTypes: ['taxonomy.json', ...ownTypes],
    model: { measures: measuresOf(resources, disclosure), dimensions: dimensionsOf(resources) },
  };
}

/** 某局2026年度部门预算. */
export function titleOf({ department, year, stage }: Disclosure): string {
  const kind = stage === 'finalAccounts' ? '部门决算' : stage === 'adjusted' ? '部门调整预算' : '部门预算';
  return `${department.name ?? ''}${year === null ? '' : `${year}年度`}${kind}`;
}

/** A name may hold no Chinese: the stage, the year and the department's code. */
function packageName({ department, year, stage }: Disclosure): string {
  const code = (department.code ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '');
  const kind = stage === 'finalAccounts' ? 'final-accounts' : stage;
  return ['departmental', kind, String(year ?? ''), code].filter((part) => part !== '').join('-');
}

function resourceOf({ name, title, path, fields, bytes, hash, totals }: DescribedResource): object {
  return {
    profile: 'tabular-data-resource',
    name,
    title,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', doubleQuote: true, lineTerminator: '\r\n', header: true },
    bytes,
    hash: `sha256:${hash}`,
    schema: { fields: fields.map(fieldOf), primaryKey: fields[0]?.name, missingValues: [''] },
    ...(totals.length === 0 ? {} : { totals: totals.map(totalOf) }),
  };
}

function fieldOf({ name, title, type, columnType, required }: Field): object {
  return {
    name,
    title,
    type,
    ...(columnType === undefined ? {} : { columnType }),
    ...(required === true ? { constraints: { required: true } } : {}),
  };
}

/** The lines' sum, what the document prints for it, and what rounding (or a mistake) leaves between them, in 元. */
function totalOf({ year, sumFen, publishedFen }: ResourceTotal): object {
  const yuan = (fen: number): string => formatAmount(fen, '元', 2);
  return {
    ...(year === null ? {} : { year: Number(year) }),
    sum: yuan(sumFen),
    published: yuan(publishedFen),
    difference: yuan(publishedFen - sumFen),
  };
}

function measuresOf(resources: readonly DescribedResource[], { stage }: Disclosure): object {
  const measures = resources.flatMap(({ name, measure }) => {
    if (measure === null) return [];
    const direction = measure.direction === null ? {} : { direction: measure.direction };
    const common = { source: 'amount', resource: name, currency: 'CNY', factor: 1 };
    return [[name.replaceAll('-', '_'), { ...common, ...direction, phase: phaseOf(stage) }] as const];
  });
  return Object.fromEntries(measures);
}

const dimensions = [
  { name: 'line', type: 'fact', keys: ['line_id'] },
  { name: 'date', type: 'datetime', keys: ['fiscal_year'] },
  {
    name: 'administration',
    type: 'classification',
    classification: 'administrative',
    keys: ['department_code', 'unit_code'],
  },
  {
    name: 'functions',
    type: 'classification',
    classification: 'functional',
    keys: ['function_class_code', 'function_division_code', 'function_item_code'],
  },
  {
    name: 'economic',
    type: 'classification',
    classification: 'economic',
    keys: ['economic_class_code', 'economic_division_code'],
  },
  {
    name: 'government_economic',
    type: 'classification',
    classification: 'economic',
    keys: ['government_economic_class_code', 'government_economic_division_code'],
  },
  {
    name: 'revenue_items',
    type: 'other',
    keys: ['revenue_class_code', 'revenue_division_code', 'revenue_item_code'],
  },
  { name: 'source', type: 'other', keys: ['fin_source_code'] },
  { name: 'expenditure_type', type: 'other', keys: ['expenditure_type_code'] },
  { name: 'purpose', type: 'other', keys: ['purpose_code'] },
  { name: 'project', type: 'activity', keys: ['project_code'] },
] as const;

/** The dimensions that some resource has columns for; a code's label and its parent are told. */
function dimensionsOf(resources: readonly DescribedResource[]): object {
  const measured = resources.filter(({ measure }) => measure !== null);
  const present = new Set(measured.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const entries = dimensions.flatMap((dimension) => {
    const keys = dimension.keys.filter((key) => present.has(key));
    if (keys.length === 0) return [];
    const classified = 'classification' in dimension ? { classificationType: dimension.classification } : {};
    const attributes = Object.fromEntries(keys.flatMap((key, i) => attributesOf(key, keys[i - 1])));
    return [
      [
        dimension.name,
        { dimensionType: dimension.type, ...classified, primaryKey: keys, attributes },
      ] as const,
    ];
  });
  return Object.fromEntries(entries);
}

function attributesOf(key: string, parent: string | undefined): readonly (readonly [string, object])[] {
  const own = [key, { source: key, ...(parent === undefined ? {} : { parent }) }] as const;
  if (!key.endsWith('_code')) return [own];
  const label = key.replace(/_code$/, '_label');
  return [own, [label, { source: label, labelfor: key }]];
}
