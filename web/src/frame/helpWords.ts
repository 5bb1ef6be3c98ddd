type Words = readonly [zh: string, en: string];

interface HelpPart {
  readonly title: Words;
  readonly keys: readonly (readonly [key: string | Words, words: Words])[];
}

/** The keys of the workbench, in the order in which one meets them. */
export const helpParts: readonly HelpPart[] = [
  {
    title: ['到处可用', 'Everywhere'],
    keys: [
      [
        'Ctrl+K',
        ['按名称、代码或拼音首字母打开预算或页面', 'Open a budget or screen by name, code or initials'],
      ],
      ['?', ['打开本页', 'Show this page']],
      ['Esc', ['关闭对话框、菜单、提示', 'Close a dialogue, menu or hint']],
      ['Alt+Shift+J / K', ['清单里的下一份、上一份', 'The next or previous one of the list']],
    ],
  },
  {
    title: ['看文本和问题', 'Document and findings'],
    keys: [
      ['Alt+J / Alt+K', ['下一个、上一个问题', 'The next or previous finding']],
      ['Tab', ['下一张表、下一节、问题清单', 'The next table, section or list of findings']],
      [
        '← ↑ → ↓',
        ['在表或正文的数之间、问题之间走动', 'Among the figures of a table or text, among findings'],
      ],
      ['Enter', ['打开这个数或问题', 'Open the figure or finding']],
    ],
  },
  {
    title: ['在表格里走动', 'Moving in a grid'],
    keys: [
      ['← ↑ → ↓', ['移动；加 Shift 扩大所选，加 Ctrl 到头', 'Move; Shift extends, Ctrl goes to the end']],
      ['Tab', ['下一格；先按 Esc 再按 Tab 离开表格', 'The next cell; Esc, then Tab leaves the grid']],
      ['PageUp / PageDown', ['上、下一页', 'A page up or down']],
      ['Ctrl+Home / End', ['第一行、最后一行', 'The first or last row']],
      ['Ctrl+A', ['全选；点行号或列名选整行、整列', 'All; a number or head chooses its row or column']],
      ['Ctrl+F', ['查找', 'Find']],
    ],
  },
  {
    title: ['在表格里填写', 'Typing in a grid'],
    keys: [
      [
        ['直接输入', 'Typing'],
        ['改写这一格；科目可打编码、名称、拼音首字母', 'Replaces the cell; codes by code, name or initials'],
      ],
      ['Enter / F2', ['修改这一格', 'Edit the cell']],
      ['Ctrl+C / X / V', ['复制、剪切、粘贴（可与 Excel 互贴）', 'Copy, cut, paste, also from and to Excel']],
      ['Delete', ['清空所选', 'Empty what is chosen']],
      ['Ctrl+D', ['向下填充', 'Fill down']],
      ['Ctrl+Enter', ['加一行', 'Add a row']],
      ['Ctrl+-', ['删除所选行', 'Delete the chosen rows']],
      ['Ctrl+Z / Ctrl+Y', ['撤销、重做', 'Undo, redo']],
      ['Ctrl+S', ['立即保存', 'Save now']],
    ],
  },
];
