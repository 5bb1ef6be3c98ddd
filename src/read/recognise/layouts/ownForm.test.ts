import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDisclosure } from '../../../check/check.ts';
import type { Form } from '../../../model/form.ts';
import { shippedForms } from '../../../model/forms.ts';
import { loadForm } from '../../../model/loadForm.ts';
import { alarmsOf, amountsOf, read } from './layoutFixture.ts';
import { fourteen, fourteenForm } from './fourteen.ts';

describe('a form from a file outside the package', () => {
  let folder = '';
  let forms: readonly Form[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'form-'));
    const file = join(folder, 'fourteen.json');
    await writeFile(file, JSON.stringify(fourteenForm));
    const loaded = loadForm(JSON.parse(await readFile(file, 'utf8')));
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    forms = loaded.ok ? [loaded.form, ...shippedForms] : [];
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each(['merged', 'blank'] as const)('reads its fourteen tables (%s cells)', (merging) => {
    const disclosure = read(fourteen, merging, forms);
    expect(disclosure.form).toBe('fourteen');
    expect(disclosure.tables.map(({ label }) => label)).toEqual(
      fourteenForm.tables.map(({ printedNumber }) => `表${printedNumber}`),
    );
    const amounts = amountsOf(disclosure);
    expect(amounts.get('generalExpenditure/2040201/project')).toBe(
      '500000 flow=expenditure function=2040201 fund=general nature=project vintage=current year=2024',
    );
    expect(amounts.get('expenditure/2040605/basic')).toBe(
      '300000 flow=expenditure function=2040605 nature=basic year=2024',
    );
    expect(disclosure.unplaced).toEqual([]);
  });

  it('checks them without alarm', () => {
    const disclosure = read(fourteen, 'merged', forms);
    expect(alarmsOf(disclosure)).toEqual([]);
    const { figures, verified } = checkDisclosure(disclosure).coverage;
    expect(verified / figures).toBeGreaterThan(0.9);
  });

  it('finds a planted figure', () => {
    const planted = fourteen.replace('|50000|300000|350000|2040605|', '|50000|300000|530000|2040605|');
    const alarms = alarmsOf(read(planted, 'merged', forms));
    expect(alarms.map((alarm) => alarm.replace(/^\S+ /, ''))).toEqual(['3 2040605 total 530000 350000']);
  });
});
