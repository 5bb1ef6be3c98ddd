// Fills a store with generated figures and measures what people ask for.
//   npm run bench:figures [departments] [years] [figures per disclosure]
// A county's five years: 500 5 3000 (7.5 million figures).
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore, type Database } from '../../src/store/store.ts';
import { newestPublished, publishedSeries } from '../../src/store/published.ts';
import { learnCommonWords, learnWords } from '../../src/store/search/knownWords.ts';
import type { PublishedQuery } from '../../src/store/search/query.ts';
import { searchPublished } from '../../src/store/search/searchPublished.ts';
import { searchable } from '../../src/store/grams.ts';
import { fill, firstYear } from './generatedFigures.ts';
import { ownSeconds, processorSeconds } from './processor.ts';

const [departments = 500, years = 5, figures = 3000] = process.argv.slice(2).map(Number);

async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-figures-'));
  const store = await openStore({ directory, exclusive: true });
  try {
    const filled = await timed(() => fill(store.db, { departments, years, figures }));
    const size = await sql<{
      size: string;
    }>`select pg_size_pretty(pg_database_size(current_database())) as size`.execute(store.db);
    const total = await sql<{ n: number }>`select count(*)::int as n from figures`.execute(store.db);
    const records = await sql<{ n: number }>`select count(*)::int as n from search_records`.execute(store.db);
    const begun = performance.now();
    const words = await learnCommonWords(store.db);
    const learning = { words, seconds: Math.round((performance.now() - begun) / 1000) };
    const measured: Record<string, object> = {};
    const used = await processorOf(directory);
    for (const [name, ask] of Object.entries(questions(store.db))) measured[name] = await median(ask, used);
    const report = {
      figures: total.rows[0]?.n,
      size: size.rows[0]?.size,
      records: records.rows[0]?.n,
      fillSeconds: Math.round(filled / 1000),
      learning,
      load: loadavg()[0],
    };
    process.stdout.write(`${JSON.stringify({ ...report, milliseconds: measured }, null, 2)}\n`);
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}

function questions(db: Database): Readonly<Record<string, () => Promise<unknown>>> {
  // As the server does it: what turns out to be common is learned, and is quick the next time.
  const search =
    (text: string, chosen: PublishedQuery['chosen'], order: PublishedQuery['order'] = 'relevance') =>
    async () => {
      const query = { words: text.split(' ').map(searchable), chosen, order, offset: 0, limit: 20 };
      const common: (readonly string[])[] = [];
      const begun = performance.now();
      await searchPublished(db, query, (words) => common.push(words));
      const took = performance.now() - begun;
      for (const words of common) await learnWords(db, words);
      return took;
    };
  const year = String(firstYear + years - 1);
  return {
    'search, a rare word': search('经费丅', {}),
    'search, a department in one year': search('供热管网改造专项', { year }),
    'search, a common word': search('供热', {}),
    'search, a common word in one year': search('供热', { year }),
    'search, a common word by amount': search('供热', {}, 'amount'),
    'search, a common word in one department': search('供热', { department: '123' }),
    'search, a common word of four characters': search('城乡道路', {}),
    'search, two common words': search('医疗 设备', {}),
    'raw SQL: a count of the records with a common word': () =>
      sql`select count(*) from search_records where body like ${'%供热%'}`.execute(db),
    'raw SQL: a sum of one disclosure’s figures': () =>
      sql`select sum(fen) from figures where region = '990001' and year = ${firstYear}
        and filing_id = (select filing_id from figures where region = '990001' and year = ${firstYear} limit 1)`.execute(
        db,
      ),
    'list of a region’s year': () => newestPublished(db, { region: '示例区', year: firstYear }),
    'one department over the years': () =>
      publishedSeries(db, 'flow=expenditure;function=2010301;nature=1;', {
        region: '示例区',
        department: '123',
      }),
    'all departments in one year': () =>
      publishedSeries(db, 'flow=expenditure;function=2010301;nature=1;', {
        region: '示例区',
        year: firstYear,
      }),
    'figures of one disclosure (download)': async () => {
      const [one] = await newestPublished(db, { region: '示例区', department: '123', year: firstYear });
      return sql`select * from figures where region = '990001' and year = ${firstYear}
        and filing_id = ${one?.filing}::uuid and version = 1 order by number`.execute(db);
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor milliseconds of the database and of this process until now. */
async function processorOf(directory: string): Promise<() => number> {
  const lock = await readFile(join(directory, 'postgresql/database/postmaster.pid'), 'utf8');
  const database = Number(lock.split('\n')[0]);
  return () => (processorSeconds(database) + ownSeconds(process.pid)) * 1000;
}

const repetitions = 21;

/**
 * What was measured within counts, else the whole; all in milliseconds. On a busy machine `processor`, the average
 * of those after the first, says more than the clock.
 */
async function median(ask: () => Promise<unknown>, used: () => number): Promise<object> {
  const times: number[] = [];
  let before = 0;
  for (let i = 0; i < repetitions; i++) {
    if (i === 1) before = used();
    const state = { within: null as unknown };
    const whole = await timed(async () => {
      state.within = await ask();
    });
    times.push(typeof state.within === 'number' ? state.within : whole);
  }
  const processor = Math.round((used() - before) / (repetitions - 1));
  const [first = 0] = times;
  times.sort((a, b) => a - b);
  const [median = 0, worst = 0] = [times[Math.floor(repetitions / 2)], times.at(-1)];
  return { first: Math.round(first), median: Math.round(median), worst: Math.round(worst), processor };
}

await main();
