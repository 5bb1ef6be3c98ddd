import type { AmountAt, AmountChange, YearChanges } from '../../../model/yearChanges.ts';
import { isOpen, rateWords, signedChange, summaryOf, yearWords, type YearWords } from '../yearWords.ts';
import { escaped } from './escape.ts';
import type { Page } from './page.ts';

/** What changed from last year's document, table by table, with the sentence that explains each change. */
export function changesHtml(changes: YearChanges, page: Page): string {
  const words = yearWords(page.language);
  const summary = `<summary>${words.title} <span class="count">${escaped(summaryOf(changes, words))}</span></summary>`;
  const source = `<p class="note">${words.lastFile}：${escaped(changes.previousFile)}</p>`;
  const body =
    changes.amounts.length === 0 ? `<p class="none">${words.nothing}</p>` : tableOf(changes, words, page);
  return `<details class="part year" id="year">${summary}${source}${body}</details>`;
}

function tableOf({ amounts }: YearChanges, words: YearWords, page: Page): string {
  const heads = words.head.map((title) => `<th scope="col">${title}</th>`).join('');
  const tables = [...new Set(amounts.map(({ table }) => table))];
  const groups = tables.map((table) =>
    groupOf(
      table,
      amounts.filter((each) => each.table === table),
      words,
      page,
    ),
  );
  const only = `<label class="only"><input type="checkbox" name="open"> ${words.onlyOpen}</label>`;
  return `${only}<div class="scroll"><table class="changes"><caption class="vh">${words.title}</caption><thead><tr>${heads}</tr></thead>${groups.join('\n')}</table></div>`;
}

function groupOf(table: number, amounts: readonly AmountChange[], words: YearWords, page: Page): string {
  const units = [...new Set(amounts.map(({ unit }) => unit))].join('、');
  const title = `${words.table(table)} ${page.names.table(table) ?? ''}`;
  const head = `<tr class="group"><th scope="rowgroup" colspan="6"><a href="#t${table}">${escaped(title)}</a> <span class="unit">${words.unit}${units}</span></th></tr>`;
  return `<tbody>${head}${amounts.map((amount) => rowOf(amount, words, page)).join('\n')}</tbody>`;
}

function rowOf(amount: AmountChange, words: YearWords, page: Page): string {
  const { name, level, current, previous } = amount;
  const open = isOpen(amount) ? ' data-open="1"' : '';
  const cells = [
    `<th scope="row" class="l${Math.min(level, 3)}">${escaped(name)}</th>`,
    `<td class="n">${escaped(previous?.text ?? '')}</td>`,
    `<td class="n">${currentHtml(current, page)}</td>`,
    `<td class="n">${signedChange(amount)}</td>`,
    `<td class="n">${escaped(rateWords(amount, words))}</td>`,
    `<td class="why">${explanationHtml(amount, words, page)}</td>`,
  ];
  return `<tr${open}>${cells.join('')}</tr>`;
}

function currentHtml(current: AmountAt | null, { finder, shown }: Page): string {
  if (current === null) return '';
  const id = finder.at(current.place, current.text);
  const text = escaped(current.text);
  return id === null || !shown.has(id) ? text : `<a href="#f${id}">${text}</a>`;
}

/** The sentence as a link to where it stands; a sign and words where there is none. */
function explanationHtml(amount: AmountChange, words: YearWords, { anchors }: Page): string {
  const { explanation } = amount;
  if (explanation === null) return isOpen(amount) ? `<span class="warning">○ ${words.silent}</span>` : '';
  const anchor = anchors.find(explanation.place);
  const text = escaped(explanation.text);
  const link = anchor === null ? text : `<a href="#${anchor}">${text}</a>`;
  return explanation.reason ? link : `<span class="warning">○ ${words.stated}</span>${link}`;
}
