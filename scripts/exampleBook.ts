// Writes examples/book.xlsx from examples/book.json: npm run docs:book.
import { readFileSync, writeFileSync } from 'node:fs';
import { problemText } from '../src/model/bookProblem.ts';
import { readBook } from '../src/model/bookProblems.ts';
import { bookWorkbook } from '../src/write/bookWorkbook/bookWorkbook.ts';

const read = readBook(JSON.parse(readFileSync('examples/book.json', 'utf8')));
if (!read.ok)
  throw new Error(read.problems.map((each) => `${each.path}: ${problemText(each, 'zh')}`).join('\n'));
writeFileSync('examples/book.xlsx', await bookWorkbook(read.book));
