import type { XmlReader } from '../../file/xml.ts';
import type { ZipArchive } from '../../file/zip.ts';
import type { Outcome, Relationship } from './package.ts';
import { failure, localName, prefixedAttribute, readPart, readRelationships, success } from './package.ts';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Part name of the worksheet; undefined for charts, dialogs and macro sheets. */
  readonly part: string | undefined;
}

export interface Workbook {
  /** Days count from 1904 instead of 1900. */
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

/** The sheets of the workbook in the order of their tabs, and where its parts are. */
export function readWorkbook(archive: ZipArchive): Outcome<Workbook> {
  const roots = readRelationships(archive, '');
  if (!roots.ok) return roots;
  const part = partOfType(roots.value, 'officeDocument') ?? 'xl/workbook.xml';
  const links = readRelationships(archive, part);
  if (!links.ok) return links;
  const listed = readPart(archive, part, listSheets);
  if (listed === undefined) return failure('damaged', part);
  if (!listed.ok) return listed;
  return success({
    date1904: listed.value.date1904,
    sheets: listed.value.sheets.map((sheet) => sheetEntry(sheet, links.value)),
    strings: partOfType(links.value, 'sharedStrings'),
    styles: partOfType(links.value, 'styles'),
  });
}

function partOfType(links: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  for (const link of links.values()) if (link.type === type) return link.target;
  return undefined;
}

interface ListedSheet {
  readonly name: string;
  readonly state: string;
  readonly link: string;
}

function listSheets(reader: XmlReader): { date1904: boolean; sheets: ListedSheet[] } {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  for (let event = reader.next(); event !== 'end'; event = reader.next()) {
    if (event !== 'open') continue;
    const name = localName(reader.name);
    if (name === 'workbookPr') date1904 = isOn(reader.attribute('date1904'));
    if (name === 'sheet') sheets.push(listedSheet(reader));
  }
  return { date1904, sheets };
}

function listedSheet(reader: XmlReader): ListedSheet {
  return {
    name: reader.attribute('name') ?? '',
    state: reader.attribute('state') ?? 'visible',
    link: prefixedAttribute(reader, 'id') ?? '',
  };
}

function sheetEntry(
  { name, state, link }: ListedSheet,
  links: ReadonlyMap<string, Relationship>,
): SheetEntry {
  const target = links.get(link);
  return {
    name,
    hidden: state !== 'visible',
    part: target?.type === 'worksheet' ? target.target : undefined,
  };
}

/** An XML Schema boolean. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
