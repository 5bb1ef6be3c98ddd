/** Words of the tour through the book editor. */
export const tourWords = {
  tour: ['引导', 'Tour'],
  firstTime: ['第一次用？花一分钟看看怎么填。', 'New here? One minute shows how it works.'],
  startTour: ['开始引导', 'Start the tour'],
  skipTour: ['不用了', 'No, thanks'],
  next: ['下一步', 'Next'],
  previousStep: ['上一步', 'Back'],
  finish: ['知道了', 'Done'],
  tourParts: ['各部分', 'The parts'],
  tourPartsText: [
    '一本预算簿分成这些部分，每个数只填一次。红色的 ✕ 是还有几处待改，点开就能改。',
    'A book has these parts; every figure is typed once. A red ✕ says how much is to be put right.',
  ],
  tourGrid: ['像表格一样填', 'Type as in a spreadsheet'],
  tourGridText: [
    '点一格直接输入，或从 Excel 粘贴一片。科目可以打编码、名称或拼音首字母。',
    'Choose a cell and type, or paste a range of Excel. Codes are found by code, name or initials.',
  ],
  tourTotals: ['合计随打随变', 'Totals follow'],
  tourTotalsText: [
    '右边是合计和与上年的比较，每按一个键都会更新。',
    'Totals and last year’s figures follow each keystroke.',
  ],
  tourImport: ['不用从头填', 'No need to start from nothing'],
  tourImportText: [
    '可以导入已有的公开文本、预算簿或上年的预算簿，先看读懂了什么，再决定采用。',
    'A disclosure, a workbook or last year’s book can be imported: first you see what was understood.',
  ],
  tourSave: ['自动保存', 'Saved by itself'],
  tourSaveText: [
    '改动自动保存，断线也留在本机。别人同时在改，这里会显示。',
    'Changes are saved by themselves and kept here when the connection is lost. Others who edit are shown.',
  ],
  tourDocument: ['看公开文本', 'See the document'],
  tourDocumentText: [
    '“文本与审核”里是由预算簿编出的十三张表和说明，问题列在旁边。改好后提交审核。',
    'The tables and texts made of the book stand here with their findings. Then submit it.',
  ],
} as const;
