// A server with a county in it, for bench/serve/portal.ts: tsx bench/serve/portalCounty.ts DIRECTORY PORT DEPARTMENTS
import { examine } from '../../src/commands/checkFile.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import type { DocumentReport } from '../../src/model/report.ts';
import type { Trace } from '../../src/model/trace.ts';
import { keyOf, summaryOf } from '../../src/serve/portal/published.ts';
import { recordsOf } from '../../src/serve/portal/search/records.ts';
import { startSystem } from '../../src/serve/start.ts';
import { saveDisclosure } from '../../src/store/disclosures.ts';
import { createFiling, filingById } from '../../src/store/filings.ts';
import { addDepartment, addRegion } from '../../src/store/organisation.ts';
import { prepareDisclosure } from '../../src/store/preparedDisclosure.ts';
import { insertPublication } from '../../src/store/publications.ts';
import type { Store } from '../../src/store/store.ts';
import { createUser } from '../../src/store/users.ts';

const region = { code: '999999', name: '试验县' };
const years = [2025, 2026];

interface Sample {
  readonly disclosure: Disclosure;
  readonly report: DocumentReport;
  readonly trace: Trace;
}

/** Publishes the example for so many departments and two years, as the workflow's last step does. */
async function loadCounty(store: Store, departments: number): Promise<void> {
  const { db } = store;
  const { disclosure, report, trace } = await examine(['examples/disclosure.txt'], 'zh');
  if (disclosure === null || trace === null) throw new Error('the example is unreadable');
  await addRegion(db, { ...region, parent: null, financeSteps: 1 }, null);
  const user = { login: 'bench', name: 'bench', passwordHash: 'none', mustChangePassword: false };
  const author = (await createUser(db, user, null))?.id ?? '';
  for (let i = 0; i < departments; i++) {
    const named = { region: region.code, code: String(100 + i), name: `试验县第${i + 1}局` };
    const added = await addDepartment(db, named, null);
    if (!added.ok) throw new Error(named.name);
    for (const year of years)
      await publishOne(store, { disclosure, report, trace }, { department: added.value.id, year, author });
  }
}

async function publishOne(
  { db }: Store,
  { disclosure, report, trace }: Sample,
  {
    department,
    year,
    author,
  }: { readonly department: string; readonly year: number; readonly author: string },
): Promise<void> {
  const place = { region: region.code, department, unit: null };
  const made = await createFiling(db, { ...place, year, stage: 'budget', form: 'shanxi-13' }, author);
  if (!made.ok) throw new Error('no filing');
  const own = inYear(disclosure, year);
  const prepared = prepareDisclosure({ disclosure: own, report, trace });
  const save = { prepared, bookVersion: null, files: [], author, reason: '' };
  await db.transaction().execute((change) => saveDisclosure(change, made.filing, save));
  const filing = await filingById(db, made.filing.id);
  if (filing === null) throw new Error('no filing');
  const { departmentCode: code, departmentName: name } = filing;
  const named = { ...own, region: region.name, department: { code, name } };
  const key = keyOf(named);
  if (key === null) throw new Error('no key');
  const summary = (version: number, publishedAt: Date): ReturnType<typeof summaryOf> =>
    summaryOf({
      disclosure: named,
      report,
      trace,
      version,
      publishedAt: publishedAt.toISOString(),
      files: [],
    });
  const first = summary(1, new Date());
  const records = recordsOf({ summary: first, disclosure: named, report, trace }).map((record) => {
    const { kind, title, text, code, functionClass, fen, page } = record;
    return { kind, title, text, code, functionClass, fen, page };
  });
  await db
    .transaction()
    .execute((change) => insertPublication(change, filing, { ...key, summary, records, actor: author }));
}

/** The figures of the example in another year. */
function inYear(disclosure: Disclosure, year: number): Disclosure {
  const from = String(disclosure.year);
  const figures = disclosure.figures.map((figure) =>
    figure.scope.year === from ? { ...figure, scope: { ...figure.scope, year: String(year) } } : figure,
  );
  return { ...disclosure, year, figures };
}

const [directory = '', port = '0', departments = '60'] = process.argv.slice(2);
const system = await startSystem({
  ...{ host: '127.0.0.1', port: Number(port), directory, trustProxy: false, publicPerMinute: 0 },
  prepare: (store) => loadCounty(store, Number(departments)),
});
process.stdout.write(`up ${system.address}\n`);
process.once('SIGTERM', () => {
  void system.stop().then(() => process.exit(0));
});
