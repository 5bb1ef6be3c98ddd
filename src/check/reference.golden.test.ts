import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import type { Finding } from '../model/finding.ts';
import { recognise } from '../read/recognise/recognise.ts';
import { textReader } from '../read/text.ts';
import { checkDisclosure, relationsOf } from './check.ts';
import { ledgerOf } from './ledger.ts';
import { networkOf, valuesWith } from './network.ts';
import { evaluate, type Relation } from './relation.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available) console.info('golden check skipped: MINGSUAN_CORPUS is not set or does not exist');

async function reference(): Promise<Disclosure> {
  const name = 'pinglu-housing-2026.txt';
  const read = await textReader.read({ name, bytes: readFileSync(join(corpus ?? '', name)) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

describe.skipIf(!available)('the tables of the reference document', async () => {
  const disclosure = available ? await reference() : null;
  const ledger = ledgerOf(disclosure?.figures ?? []);
  const relations = disclosure === null ? [] : relationsOf(disclosure, ledger);
  const network = networkOf(ledger.variables, relations);
  const outcome = (relation: Relation): string => evaluate(relation, valuesWith(network, new Map()));

  /** The sums whose total stands there, as [outcome, number of parts]. */
  function sums(table: number, row: string, column: string): string[] {
    return relations.flatMap((relation) => {
      const total = relation.terms.find((term) => term.role === 'total');
      const place = ledger.variables[total?.figure ?? -1]?.place;
      const within = relation.terms.every((term) => ledger.variables[term.figure]?.place.table === table);
      if (!within || place?.row !== row || place.column !== column) return [];
      return [`${relation.rule} ${relation.terms.length - 1} ${outcome(relation)}`];
    });
  }

  it('contradict each other nowhere', () => {
    expect(relations.filter((relation) => outcome(relation) === 'fail')).toEqual([]);
    expect(relations.length).toBeGreaterThan(690);
  });

  it('have every printed amount but those of tables 7 and 11 in a relation', () => {
    const bare = ledger.variables.filter(
      ({ id, text }) => text !== '' && network.relationsOf(id).length === 0,
    );
    expect(bare.filter(({ place }) => ![7, 11].includes(place.table ?? 0))).toEqual([]);
  });

  it('show rounding where sums miss by a last digit', () => {
    expect(sums(12, '朔州市平鲁区住房和城乡建设管理局#2', 'total')).toContain('table.total 83 rounding');
    expect(sums(2, '21011', 'total')).toContain('table.parent 2 rounding');
    expect(sums(3, '21011', 'basic')).toContain('table.parent 2 rounding');
    expect(sums(6, '工资福利支出', 'total')).toContain('table.parent 9 rounding');
    expect(sums(6, '工资福利支出', 'personnel')).toContain('table.parent 9 rounding');
  });

  it('agree in project expenditure: this year’s table and the carried-over one make table 3’s', () => {
    const across = relations.filter((relation) => {
      const places = relation.terms.map((term) => ledger.variables[term.figure]?.place);
      const tables = new Set(places.map((place) => place?.table));
      return (
        tables.has(3) &&
        tables.has(12) &&
        tables.has(13) &&
        places.some((p) => p?.row === '合计' && p.column === 'project')
      );
    });
    expect(across.map(outcome)).toContain('exact');
  });
});

describe.skipIf(!available)('the findings on the reference document', async () => {
  const disclosure = available ? await reference() : null;
  const findings = disclosure === null ? [] : checkDisclosure(disclosure).findings;
  const errors = findings.filter((finding) => finding.severity === 'error');

  /** [line, printed → expected] of the first culprits of a rule's errors. */
  const found = (wanted: (finding: Finding) => boolean): string[] =>
    errors
      .filter(wanted)
      .map(
        ({ culprits: [first] }) => `${first?.place.line} ${first?.reported?.text} → ${first?.expected?.text}`,
      );

  it('call no figure of a table wrong', () => {
    const inTables = errors
      .flatMap(({ culprits }) => culprits)
      .filter(({ place }) => place.table !== undefined);
    expect(inTables).toEqual([]);
  });

  it('put sentences right by the tables', () => {
    expect(found((f) => f.rule === 'narrative.amount')).toEqual(
      expect.arrayContaining([
        '509 37807.13 → 38707.17',
        '517 36305.19 → 38130.65',
        '517 36013.19 → 37838.65',
      ]),
    );
    const slip = errors.find(({ culprits }) => culprits[0]?.reported?.text === '37807.13');
    expect(slip?.culprits[0]?.slip).toBe('digits');
  });

  it('name the changes and rates that follow from a wrong amount', () => {
    const stale = found((f) => f.variant === 'stale');
    expect(stale).toEqual(
      expect.arrayContaining(['517 11461.23 → 9635.77', '517 24% → 20%', '517 11381.73 → 9556.27']),
    );
  });

  it('name rates on the wrong base and rates that differ', () => {
    expect(found((f) => f.variant === 'wrongBase')).toEqual(['509 39% → 27%']);
    expect(found((f) => f.rule === 'narrative.mention').some((text) => /6\.3%|6\.38%/.test(text))).toBe(true);
    expect(found((f) => f.rule === 'narrative.rate').some((text) => text.includes('699%'))).toBe(true);
  });

  it('name the total in which two figures differ by one digit, and the share that exceeds the whole', () => {
    const tied = errors.filter(({ culprits }) =>
      culprits.some((culprit) => culprit.reported?.text === '36,967.23'),
    );
    expect(tied.flatMap(({ culprits }) => culprits.map((c) => c.expected?.text))).toContain('36,967.63');
    expect(found((f) => f.rule.startsWith('narrative.')).some((text) => text.includes('568 94%'))).toBe(true);
  });

  it('name a change that exceeds what there was, rates on a zero base, and a count that is not the sheets’', () => {
    const spoken = findings.filter((finding) => finding.rule.startsWith('narrative.'));
    const texts = spoken.flatMap(({ culprits: [first] }) => `${first?.place.line} ${first?.reported?.text}`);
    expect(texts).toEqual(expect.arrayContaining(['505 14661.97', '509 100%', '568 75']));
  });

  it('name the sheet whose funds are not its row’s', () => {
    expect(found((f) => f.rule === 'project.amount')).toContain('1348 15,000,000 → 9,644,800');
  });
});
