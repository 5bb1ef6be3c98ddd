import type { Disclosure } from '../../model/disclosure.ts';
import { titleOf, type DescribedResource } from './descriptor.ts';

/** What is in the package and how to use it, for people. */
export function readmeOf(
  disclosure: Disclosure,
  resources: readonly DescribedResource[],
  draft: boolean,
): string {
  const files = resources.map(({ path, title }) => `- \`${path}\`：${oneLine(title)}`);
  return `# ${draft ? '（草稿）' : ''}${oneLine(titleOf(disclosure))}·开放数据

按 Fiscal Data Package 组织，\`datapackage.json\` 说明每个文件的每一列。

${files.join('\n')}
- \`disclosure.json\`：公开文本全文（表、说明、绩效目标表、名词解释）
- \`taxonomy.json\`：列类型
- \`SHA256SUMS\`：各文件的校验值（\`sha256sum -c SHA256SUMS\`）

## 使用须知

- 金额单位是元；\`precision\` 是公开文本印出的末位单位，金额只精确到这一位。
- 各表是同一笔钱的不同分法：同一个文件里的行可以相加，不同文件不能相加。文件里没有小计和合计行。
- \`datapackage.json\` 里每个文件的 \`totals\` 给出各行之和、公开文本印出的合计和两者之差（尾差）。
- CSV 是 UTF-8，不带 BOM；在 Excel 里用“数据—自文本”导入并选 UTF-8。以 = + - @ 开头的文字前面加了半角单引号，以免被当作公式。

## English

Amounts are in yuan; \`precision\` is the last digit that the document prints. The files show the same money in different ways: add lines within a file, never across files. No line is a subtotal. Texts that begin with = + - @ have an apostrophe in front.
`;
}

/** Users' text in a list: one line, no mark-up. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
}
