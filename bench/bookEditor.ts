// What an edit in the book editor costs with 3,000 lines. First what is computed: totals, problems, last year's
// amounts, figures for texts, as processor time, so that other work on the machine does not count. Then each kind of
// edit in a browser, from the key to the picture.
//   npm run bench:editor [lines]
import { readFileSync } from 'node:fs';
import type { Book, BookFact } from '../src/model/book.ts';
import { figureOffers } from '../src/model/bookFigures/offers.ts';
import { codeList } from '../src/model/codes/codes.ts';
import { readBook } from '../src/model/bookProblems.ts';
import { totalsOf } from '../web/src/book/book.ts';
import { lastYearAmounts } from '../web/src/book/lastYearAmounts.ts';
import { measureInBrowser } from './bookInBrowser.ts';

const lines = Number(process.argv[2] ?? 3000);
const example = JSON.parse(readFileSync(new URL('../examples/book.json', import.meta.url), 'utf8')) as Book;

/** The example's lines and projects again and again, each copy with projects and amounts of its own. */
function largeBook(): Book {
  const copies = Math.ceil(lines / example.facts.length);
  const numbers = Array.from({ length: copies }, (_, i) => i);
  const named = (name: string, i: number): string => (i === 0 ? name : `${name}之${i}`);
  const facts = numbers
    .flatMap((i) =>
      example.facts.map((fact) =>
        // Two lines of basic expenditure that say the same are a problem.
        fact.project === undefined
          ? { ...fact, fen: fact.fen + 100 * i }
          : { ...fact, project: named(fact.project, i) },
      ),
    )
    .slice(0, lines);
  const used = new Set(facts.map(({ project }) => project));
  const projects = numbers
    .flatMap((i) => example.projects.map((each) => ({ ...each, name: named(each.name, i) })))
    .filter(({ name }) => used.has(name));
  return {
    ...example,
    facts,
    projects,
    revenue: example.revenue.map((line) => ({ ...line, fen: revenue(facts, line.fund) })),
  };
}

/** What is spent of a fund this year: its revenue must be equal. */
function revenue(facts: readonly BookFact[], fund: string): number {
  const spent = facts.filter((fact) => fact.fund === fund && fact.vintage === 'current');
  return spent.reduce((sum, { fen }) => sum + fen, 0);
}

const book = largeBook();
const read = readBook(book);
if (!read.ok) console.log('problems from the beginning', read.problems.length, read.problems[0]);

function measured(name: string, work: () => unknown): void {
  for (let i = 0; i < 5; i += 1) work();
  const rounds = 20;
  const before = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) work();
  const { user, system } = process.cpuUsage(before);
  console.log(`${name.padEnd(28)} ${((user + system) / 1000 / rounds).toFixed(2)} ms`);
}

console.log(`${book.facts.length} lines, ${book.projects.length} projects; processor time`);
measured('totals', () => totalsOf(book.facts));
const sound = new WeakSet();
measured('problems, all lines new', () => readBook(book));
measured('problems, one line new', () => {
  const [first, ...rest] = book.facts;
  const facts = first === undefined ? rest : [{ ...first, fen: first.fen + 100 }, ...rest];
  return readBook({ ...book, facts }, codeList, sound);
});
measured("last year's amounts", () => lastYearAmounts(book.facts));
measured('figures for texts', () => figureOffers(book));
await measureInBrowser(book, 'dist/cli.js');
