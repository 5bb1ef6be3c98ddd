import type { ReadProblem, ReadProblemCode } from './reader.ts';

export type Language = 'zh' | 'en';

const sentences: Record<Language, Record<ReadProblemCode, string>> = {
  zh: {
    empty: '文件是空的。请确认导出或下载完整后再试。',
    tooLarge: '文件过大，未读取。请拆分文件，或只提交预算公开文档本身。',
    wrongType: '不是可以读取的文件类型。请提供 docx、pdf、xlsx、txt 或 html 文件。',
    binaryNoise: '内容不是文字，无法读取。请确认文件没有损坏，并提供 docx、pdf、xlsx 或 txt 文件。',
    damaged: '文件损坏或不完整，无法读取。请用 WPS 或 Word 打开后另存一份再试。',
    bomb: '压缩内容解开后异常庞大，为安全起见未读取。请用 WPS 或 Word 打开后另存一份再试。',
    encrypted: '文件有密码保护。请去掉密码后另存一份再试。',
    scanned: '文件是扫描图片，没有文字层。请提供由 Word 或 WPS 直接导出的文件，或先做文字识别。',
    garbled:
      'PDF 的字体没有文字对照，存的字不是显示的字，无法核对（浏览器里复制出来也是乱码）。请提供 Word、WPS 原文件或由其直接导出的 PDF，或先做文字识别。',
    needsOffice:
      '旧格式文件需要本机装有 LibreOffice 才能转换。请安装 LibreOffice，或在 WPS 中另存为 docx / xlsx 再试。',
    officeFailed: 'LibreOffice 未能转换此文件。请在 WPS 中另存为 docx / xlsx 再试。',
    notCalculated: '工作簿里的公式没有计算结果，无法核对。请用 WPS 或 Excel 打开、保存一次再试。',
    tooComplex: '文件结构过于复杂，已停止读取。请用 WPS 或 Word 打开后另存一份再试。',
    noTables: '文件里没有表格，不像部门预算公开文档。请确认选对了文件。',
    notADisclosure: '文件里没有找到预算公开的表格或章节。请确认选对了文件。',
    severalDisclosures:
      '文件里先后有几份预算公开，合在一起不能当作一份核对。请按部门（年度）拆成单独的文件，分别核对。',
    notFound: '找不到文件。请检查路径。',
    notReadable: '没有权限读取文件，或文件正被占用。请关闭打开它的程序后再试。',
  },
  en: {
    empty: 'The file is empty. Check that the export or download is complete.',
    tooLarge: 'The file is too large and was not read. Split it, or give only the disclosure itself.',
    wrongType: 'This type of file cannot be read. Give a docx, pdf, xlsx, txt or html file.',
    binaryNoise:
      'The content is not text. Check that the file is not damaged; give a docx, pdf, xlsx or txt file.',
    damaged: 'The file is damaged or incomplete. Open it in an office suite and save it again.',
    bomb: 'The compressed content unpacks to an abnormal size and was not read. Save it again from an office suite.',
    encrypted: 'The file is protected by a password. Save a copy without one.',
    scanned:
      'The file is a scanned picture without text. Give the file exported from the word processor, or run OCR first.',
    garbled:
      'The fonts of the PDF do not tell what their characters mean: its text is not what it shows and cannot be checked. Give the original file, a PDF exported from it, or run OCR first.',
    needsOffice:
      'This old format needs LibreOffice on this machine. Install it, or save the file as docx or xlsx.',
    officeFailed: 'LibreOffice could not convert this file. Save it as docx or xlsx.',
    notCalculated:
      'Formulas of the workbook have no results and cannot be checked. Open it in a spreadsheet program and save it.',
    tooComplex:
      'The structure of the file is too complex; reading was stopped. Save it again from an office suite.',
    noTables:
      'The file has no tables and does not look like a budget disclosure. Check that it is the right file.',
    notADisclosure: 'No table or section of a budget disclosure was found. Check that it is the right file.',
    severalDisclosures:
      'The file holds several disclosures one after another and cannot be checked as one. Split it into a file each.',
    notFound: 'There is no such file. Check the path.',
    notReadable:
      'The file cannot be opened: no permission, or another program holds it. Close that program and try again.',
  },
};

/** The sentence for a problem: what is wrong and what to do next. */
export function problemSentence(problem: ReadProblem, language: Language): string {
  const detail =
    problem.detail === undefined ? '' : language === 'zh' ? `（${problem.detail}）` : ` (${problem.detail})`;
  return `${sentences[language][problem.code]}${detail}`;
}
