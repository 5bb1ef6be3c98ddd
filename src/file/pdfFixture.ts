/** Writes small PDF files for tests: text, lines and forms in raw PDF syntax. Points from the top left. */
export interface FixturePage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** Further entries of the page's /XObject resources and the objects behind them. */
  readonly forms?: Readonly<Record<string, { readonly dictionary: string; readonly content: string }>>;
}

export const pageHeight = 600;
export const pageWidth = 800;

/** Text at a place: x, and y of the line it stands on, from the top. A Chinese font, Latin half as wide. */
export function text(x: number, y: number, value: string, size = 10, height = pageHeight): string {
  const codes = Array.from({ length: value.length }, (_, index) => value.charCodeAt(index));
  const hex = codes.map((code) => code.toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${hex}> Tj ET\n`;
}

/** A stroked line. */
export function line(x0: number, y0: number, x1: number, y1: number, height = pageHeight): string {
  return `0.5 w ${x0} ${height - y0} m ${x1} ${height - y1} l S\n`;
}

/** A filled box, thin ones look like lines. */
export function fill(x: number, y: number, width: number, high: number, height = pageHeight): string {
  return `${x} ${height - y - high} ${width} ${high} re f\n`;
}

/** A table with all its lines: borders of columns and rows, and the cells' texts near their left border. */
export function table(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  const lines = [...ys.map((y) => line(left, y, right, y)), ...xs.map((x) => line(x, top, x, bottom))];
  return lines.join('') + texts(xs, ys, rows);
}

/** The texts of a table without its lines. */
export function texts(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  return rows
    .flatMap((row, r) =>
      row.map((value, c) => (value === '' ? '' : text((xs[c] ?? 0) + 3, (ys[r] ?? 0) + 14, value))),
    )
    .join('');
}

const font = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]' +
    ' /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0' +
    ' /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];

/** The bytes of a document of these pages; `trailer` may add an entry such as /Encrypt. */
export function pdfOf(pages: readonly FixturePage[], trailer = ''): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '', ...font];
  const kids = pages.map((page) => addPage(objects, page));
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function addPage(objects: string[], page: FixturePage): number {
  const { width = pageWidth, height = pageHeight, rotate = 0 } = page;
  const forms = Object.entries(page.forms ?? {}).map(([name, { dictionary, content }]) => {
    objects.push(stream(content, dictionary));
    return `/${name} ${objects.length} 0 R`;
  });
  objects.push(stream(page.content, ''));
  const content = objects.length;
  objects.push(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R` +
      ` /Resources << /Font << /F1 3 0 R >> /XObject << ${forms.join(' ')} >> >> >>`,
  );
  return objects.length;
}

function stream(content: string, dictionary: string): string {
  return `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;
}
