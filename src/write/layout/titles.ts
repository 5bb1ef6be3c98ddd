import type { Disclosure } from '../../model/disclosure.ts';

/** The headings of a disclosure's four parts, as its contents page names them. */
export interface PartTitles {
  readonly overview: string;
  readonly tables: string;
  readonly narrative: string;
  readonly glossary: string;
}

const stageWords = { budget: '预算', finalAccounts: '决算', adjusted: '调整预算' } as const;

export function partTitles({ year, stage }: Disclosure): PartTitles {
  const words = stageWords[stage];
  return {
    overview: '第一部分 概况',
    tables: `第二部分 ${yearWords(year, '年')}部门${words}报表`,
    narrative: `第三部分 ${yearWords(year, '年度')}部门${words}情况说明`,
    glossary: '第四部分 名词解释',
  };
}

export function documentTitle({ year, stage }: Disclosure): string {
  return `${yearWords(year, '年度')}部门${stageWords[stage]}公开`;
}

function yearWords(year: number | null, after: string): string {
  return year === null ? '' : `${year}${after}`;
}

/**
 * Text as a document may carry it: on one line, without the control characters and halves of characters that
 * XML and fonts cannot hold, and without marks that turn the direction of writing.
 */
export function printable(text: string): string {
  return cellText(text).replace(/\s*\n\s*/g, ' ');
}

/** The same where lines may stand under each other, as in a cell. */
export function cellText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '')
    .trim();
}

const unprintable =
  /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
