import {
  AlignmentType,
  LineRuleType,
  type IRunStylePropertiesOptions,
  type ISpacingProperties,
  type IStylesOptions,
} from 'docx';

/** Points in the halves that Word counts type in. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Points in the twentieths that Word counts spaces in. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

export const typefaces = {
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体',
  body: '仿宋',
  table: '宋体',
} as const;

/** Chinese in the named face, Latin letters and digits in the one that goes with all of them. */
export function face(name: keyof typeof typefaces): NonNullable<IRunStylePropertiesOptions['font']> {
  const latin = 'Times New Roman';
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: typefaces[name] };
}

/** Lines that stand so many points apart, whatever face an office suite takes for one that it has not. */
function exactLine(
  points: number,
  { before = 0, after = 0 }: { readonly before?: number; readonly after?: number } = {},
): ISpacingProperties {
  return { line: twips(points), lineRule: LineRuleType.EXACT, before: twips(before), after: twips(after) };
}

/** 28 points from line to line: 22 lines a page, as GB/T 9704 has it. */
const bodyLine = exactLine(28);

function headingStyle(name: keyof typeof typefaces, points: number, bold: boolean): object {
  return {
    run: { font: face(name), size: halfPoints(points), bold, color: '000000' },
    paragraph: { keepNext: true, keepLines: true, spacing: bodyLine, indent: { firstLine: twips(32) } },
  };
}

/** The styles of the document, in the habit of official documents. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: face('body'), size: halfPoints(16), language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    heading1: {
      run: { font: face('title'), size: halfPoints(22), bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        keepLines: true,
        spacing: exactLine(36, { after: 16 }),
      },
    },
    heading2: headingStyle('heading', 16, false),
    heading3: headingStyle('subheading', 16, true),
    heading4: headingStyle('body', 16, true),
  },
  paragraphStyles: [
    {
      id: 'CoverDepartment',
      name: '封面部门',
      run: { font: face('title'), size: halfPoints(22) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: twips(110), after: twips(40) } },
    },
    {
      id: 'CoverTitle',
      name: '封面标题',
      run: { font: face('title'), size: halfPoints(32) },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'ContentsTitle',
      name: '目录标题',
      run: { font: face('title'), size: halfPoints(22) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: twips(24) } },
    },
    contentsStyle('TOC1', 'toc 1', 'heading', 0),
    contentsStyle('TOC2', 'toc 2', 'body', 12),
    {
      id: 'BodyText',
      name: '公文正文',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.BOTH,
        spacing: bodyLine,
        indent: { firstLine: twips(32) },
      },
    },
    {
      id: 'TableLabel',
      name: '表号',
      run: { font: face('heading'), size: halfPoints(12) },
      paragraph: { keepNext: true, spacing: exactLine(16, { after: 2 }) },
    },
    {
      id: 'TableTitle',
      name: '表题',
      basedOn: 'Heading2',
      run: { font: face('title'), size: halfPoints(16), bold: false, color: '000000' },
      paragraph: captionParagraph(1, 24),
    },
    {
      id: 'SheetTitle',
      name: '绩效目标表题',
      basedOn: 'Heading3',
      run: { font: face('title'), size: halfPoints(15), bold: false, color: '000000' },
      paragraph: captionParagraph(2, 22.5),
    },
    {
      id: 'TableSubtitle',
      name: '表年度',
      run: { size: halfPoints(11) },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactLine(15, { after: 4 }) },
    },
    {
      id: 'TableLine',
      name: '表头说明',
      run: { size: halfPoints(10.5) },
      paragraph: { keepNext: true, spacing: exactLine(14, { after: 2 }) },
    },
    { id: 'TableText', name: '表格文字', run: { font: face('table'), size: halfPoints(10.5) } },
    {
      id: 'TableNote',
      name: '表注',
      run: { size: halfPoints(10.5) },
      paragraph: { spacing: exactLine(15, { before: 4 }) },
    },
    {
      id: 'DraftMark',
      name: '草稿标记',
      run: { font: face('heading'), size: halfPoints(12), bold: true, color: '9D2933' },
      paragraph: { alignment: AlignmentType.RIGHT },
    },
    {
      id: 'PageNumber',
      name: '页码',
      run: { font: face('table'), size: halfPoints(14) },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
};

/** A caption that is a heading: it stands in the middle, and with its table. */
function captionParagraph(outlineLevel: number, line: number): object {
  return {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    outlineLevel,
    indent: { firstLine: 0 },
    spacing: exactLine(line, { after: 2 }),
  };
}

function contentsStyle(
  id: string,
  name: string,
  font: keyof typeof typefaces,
  left: number,
): { readonly id: string; readonly name: string } {
  const style = {
    id,
    name,
    run: { font: face(font), size: halfPoints(12) },
    paragraph: {
      indent: { left: twips(left) },
      spacing: exactLine(17),
    },
  };
  return style;
}
