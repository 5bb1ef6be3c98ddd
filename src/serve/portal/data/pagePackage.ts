import { zipOf } from '../../../file/zipWrite.ts';
import { columnTitle, type DataColumn, type Dataset } from './dataset.ts';
import { plainLines } from './formats.ts';

/** What a package is called and where its page stands. */
export interface PackageOf {
  /** Lower-case letters, digits, - and . only. */
  readonly name: string;
  readonly title: string;
  /** The page's own address; empty where it is not known. */
  readonly homepage: string;
}

/** The data sets of a page as a tabular data package; undefined where they are too many for one archive. */
export function pagePackage(of: PackageOf, data: readonly Dataset[]): Uint8Array | undefined {
  const { name, title, homepage } = of;
  const descriptor = {
    profile: 'tabular-data-package',
    name,
    title,
    ...(homepage === '' ? {} : { homepage }),
    resources: data.map(resourceOf),
  };
  const files = data.map((each) => [`data/${each.id}.csv`, Buffer.from(csvOf(each), 'utf8')] as const);
  const text = `${JSON.stringify(descriptor, null, 2)}\n`;
  return zipOf(new Map([['datapackage.json', Buffer.from(text, 'utf8')], ...files]));
}

/** Without a byte order mark, which readers of packages take for a part of the first name. */
function csvOf(data: Dataset): string {
  return plainLines(
    data.columns.map(({ key }) => key),
    data,
  );
}

function resourceOf(data: Dataset): object {
  const { id, title, note, columns, unit } = data;
  return {
    name: id.toLowerCase(),
    title,
    ...(note === undefined ? {} : { description: note }),
    path: `data/${id}.csv`,
    profile: 'tabular-data-resource',
    encoding: 'utf-8',
    mediatype: 'text/csv',
    schema: {
      fields: columns.map((column) => fieldOf(column, data)),
      missingValues: [''],
    },
    ...(columns.some(({ kind }) => kind === 'amount') ? { unit } : {}),
  };
}

function fieldOf(column: DataColumn, { rows, unit }: Dataset): object {
  const { key, kind } = column;
  const isCounted = rows.every(({ cells }) => typeof (cells[key] ?? 0) === 'number');
  const type = kind === 'amount' ? 'number' : kind === 'count' && isCounted ? 'integer' : 'string';
  return { name: key, title: columnTitle(column, unit), type };
}
