import { escapeXml } from '../annotate/edits.ts';
import { beforeEnd, declareContent, openPackage, relate, type OfficePackage } from '../annotate/package.ts';
import { workbookOf } from '../annotate/xlsx/workbook.ts';
import type { Place } from '../../model/place.ts';
import type { ChartBlock, ChartItem } from '../layout/block.ts';
import { printedNumber } from './printedNumber.ts';

/** A chart's row on its sheet, from 0. */
export interface ChartSpot {
  readonly sheet: string;
  readonly chart: ChartBlock;
  readonly row: number;
}

/** The cells that show an amount of a table and the name of its row, as formulas name them: '表5 …'!$C$8. */
export interface ShownAmount {
  readonly amount: string;
  readonly name: string;
}

export type CellsOf = (place: Place) => ShownAmount | undefined;

/**
 * The workbook with its charts: bars of the cells that their tables have, so that they follow what is typed there.
 * @throws Error when the workbook that we have made ourselves lacks a sheet.
 */
export function withCharts(bytes: Uint8Array, spots: readonly ChartSpot[], cellsOf: CellsOf): Uint8Array {
  if (spots.length === 0) return bytes;
  const office = openPackage(bytes);
  const sheets = office === undefined ? undefined : workbookOf(office)?.sheets;
  if (office === undefined || sheets === undefined) throw new Error('the written workbook has no sheets');
  spots.forEach((spot, i) => {
    const part = sheets.get(spot.sheet);
    if (part === undefined) throw new Error(`the written workbook has no sheet ${spot.sheet}`);
    addChart(office, part, { ...spot, number: i + 1 }, cellsOf);
  });
  const written = office.bytes();
  if (written === undefined) throw new Error('the written workbook cannot be packed again');
  return written;
}

/** One drawing with one chart on a sheet that has none yet. */
function addChart(
  office: OfficePackage,
  sheet: string,
  spot: ChartSpot & { readonly number: number },
  cellsOf: CellsOf,
): void {
  const [drawing, chart] = [`xl/drawings/drawing${spot.number}.xml`, `xl/charts/chart${spot.number}.xml`];
  office.write(chart, chartXml(spot.chart, cellsOf));
  office.write(drawing, drawingXml(spot, relate(office, drawing, 'chart', chart)));
  const types = 'application/vnd.openxmlformats-officedocument';
  declareContent(office, 'part', drawing, `${types}.drawing+xml`);
  declareContent(office, 'part', chart, `${types}.drawingml.chart+xml`);
  const id = relate(office, sheet, 'drawing', drawing);
  office.write(
    sheet,
    beforeEnd(office.read(sheet) ?? '', 'worksheet', `<drawing xmlns:r="${relationships}" r:id="${id}"/>`),
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawings = 'http://schemas.openxmlformats.org/drawingml/2006';

function drawingXml({ chart, row }: ChartSpot, id: string): string {
  const corner = (name: string, column: number, at: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `${declaration}<xdr:wsDr xmlns:xdr="${drawings}/spreadsheetDrawing" xmlns:a="${drawings}/main">` +
    `<xdr:twoCellAnchor>${corner('from', 0, row)}${corner('to', 1, row + 1)}<xdr:graphicFrame macro="">` +
    `<xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeXml(chart.title)}" descr="${escapeXml(chart.alternative)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${drawings}/chart"><c:chart xmlns:c="${drawings}/chart" ` +
    `xmlns:r="${relationships}" r:id="${id}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  );
}

/** Bars from the top down, largest first, each with its amount; who cannot see them has the words of the sheet. */
function chartXml({ title, unitLine, items }: ChartBlock, cellsOf: CellsOf): string {
  return (
    `${declaration}<c:chartSpace xmlns:c="${drawings}/chart" xmlns:a="${drawings}/main">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(`${title}（${unitLine}）`)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>${escapeXml(title)}</c:v></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="9D2933"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `${labels}${dataXml(items, cellsOf)}</c:ser>` +
    `<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:crossAx val="2"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>` +
    `<c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="0"/></c:chart></c:chartSpace>`
  );
}

const labels =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
  '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

function titleXml(words: string): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${escapeXml(words)}</a:t></a:r></a:p></c:rich></c:tx>` +
    `<c:overlay val="0"/></c:title>`
  );
}

function points(values: readonly string[]): string {
  const each = values.map((value, i) => `<c:pt idx="${i}"><c:v>${escapeXml(value)}</c:v></c:pt>`);
  return `<c:ptCount val="${values.length}"/>${each.join('')}`;
}

/** The table's cells with what they hold; the names and amounts themselves where a cell shows a text. */
function dataXml(items: readonly ChartItem[], cellsOf: CellsOf): string {
  const numbers = items.map(({ text }) => printedNumber(text));
  const cells = items.flatMap(({ place }) => cellsOf(place) ?? []);
  const isLive = cells.length === items.length && !numbers.includes(null);
  const names = points(items.map(({ name }) => name));
  const format = `<c:formatCode>${numbers[0]?.format ?? '0.00'}</c:formatCode>`;
  const amounts = format + points(numbers.map((number) => String(number?.value ?? 0)));
  if (!isLive)
    return `<c:cat><c:strLit>${names}</c:strLit></c:cat><c:val><c:numLit>${amounts}</c:numLit></c:val>`;
  const formula = (of: keyof ShownAmount): string =>
    `<c:f>(${escapeXml(cells.map((cell) => cell[of]).join(','))})</c:f>`;
  return (
    `<c:cat><c:strRef>${formula('name')}<c:strCache>${names}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef>${formula('amount')}<c:numCache>${amounts}</c:numCache></c:numRef></c:val>`
  );
}
