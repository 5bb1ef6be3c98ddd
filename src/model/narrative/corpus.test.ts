import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim, NameIndex } from './claim.ts';
import { readSectionClaims } from './readClaims.ts';
import { sectionsWithoutCarryOver } from './sections.ts';

/*
 * Real documents, read roughly: paragraphs by indentation and full stops, sections by words in their
 * titles. The product reads them through its readers and forms; this measures only the grammar.
 */
const corpus = process.env['MINGSUAN_CORPUS'] ?? '';
const present = corpus !== '' && existsSync(corpus);

const sectionTitles: readonly (readonly [RegExp, string])[] = [
  [/^[一二三四五六七八九十]+、.*(?:变动情况及原因|收入支出决算总体)/, 'changes'],
  [/^\d{4}年(?:部门|单位)预算编制说明$/, 'changes'],
  [/^[一二三四五六七八九十]+、收入(?:预算|决算)情况/, 'revenue'],
  [/^[一二三四五六七八九十]+、支出(?:预算|决算)情况/, 'expenditure'],
  [/^[一二三四五六七八九十]+、财政拨款收(?:支|入支出)/, 'appropriation'],
  [/^[一二三四五六七八九十]+、一般公共预算.*基本支出/, 'basic'],
  [/^[一二三四五六七八九十]+、一般公共预算/, 'generalExpenditure'],
  [/^[一二三四五六七八九十]+、.*三公/, 'threePublic'],
  [/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))机关运行经费/, 'operating'],
  [/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))政府采购/, 'procurement'],
  [/^(?:[一二三四五六七八九十]+、).*绩效/, 'performance'],
  [/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))国有资产占/, 'assets'],
  [/^[一二三四五六七八九十]+、其他(?:重要|说明)/, 'other'],
];
const endsNarrative = /名词解释$|收支预算总表$|^平鲁区县|项目经费情况说明$|^第四部分/;
const startsNarrative = /^第三部分.*(?:情况说明|决算)$|预算编制说明$|其他相关情况说明$|^十一、国有资产/;

function linesOf(file: string): readonly string[] {
  const path = join(corpus, file);
  return file.endsWith('.pdf')
    ? execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\n')
    : readFileSync(path, 'utf8').split('\n');
}

interface RoughSection {
  readonly section: string;
  readonly paragraphs: string[];
}

function narrativeOf(lines: readonly string[]): readonly RoughSection[] {
  const sections: RoughSection[] = [];
  let inside = false;
  for (const line of lines) {
    const text = line.replace(/\s+/g, '');
    if (text === '' || line.includes('\t') || /…{3}|\.{4}/.test(text)) continue;
    if (endsNarrative.test(text)) inside = false;
    if (startsNarrative.test(text)) inside = true;
    if (!inside) continue;
    const title = sectionTitles.find(([pattern]) => pattern.test(fold(text)) && text.length < 40);
    const last = sections.at(-1);
    if (title !== undefined) sections.push({ section: title[1], paragraphs: [] });
    else if (last !== undefined) addLine(last.paragraphs, line);
  }
  return sections;
}

const fold = (text: string): string => text.replaceAll('（', '(').replaceAll('）', ')').replace(/[“”]/g, '');

function addLine(paragraphs: string[], line: string): void {
  const last = paragraphs.at(-1);
  const fresh =
    last === undefined ||
    /[。：:]\s*$/.test(last) ||
    /^\s*(?:\d+[.、](?!\d)|（[一二三四五六七八九十]+）)/.test(line);
  if (fresh) paragraphs.push(line.trim());
  else paragraphs[paragraphs.length - 1] = `${last}\n${line.trim()}`;
}

function codeList(file: string): readonly (readonly [code: string, name: string])[] {
  const rows = readFileSync(join(corpus, '..', 'codes', file), 'utf8')
    .split('\n')
    .slice(1);
  return rows
    .map((row) => row.split('\t'))
    .flatMap(([code, name]) => (code && name ? [[code, name] as const] : []));
}

function nameIndex(): NameIndex {
  const functions = codeList('functional.tsv');
  const economic = [...codeList('dept_economic.tsv'), ...codeList('gov_economic.tsv')];
  const named = (list: readonly (readonly [string, string])[], name: string): readonly string[] =>
    byName(list).get(name) ?? [];
  const all = [...new Set([...functions, ...economic].map(([, name]) => name))];
  return {
    functions: (name) => named(functions, name),
    functionsUnder: (name, parent) =>
      named(functions, name).filter((c) => c.startsWith(parent) && c !== parent),
    economic: (name) => named(economic, name),
    longestNames: all.sort((a, b) => b.length - a.length),
  };
}

const grouped = new Map<unknown, Map<string, string[]>>();
function byName(list: readonly (readonly [string, string])[]): Map<string, string[]> {
  const known = grouped.get(list);
  if (known !== undefined) return known;
  const map = new Map<string, string[]>();
  for (const [code, name] of list) map.set(name, [...(map.get(name) ?? []), code]);
  grouped.set(list, map);
  return map;
}

const isFigure = (claim: Claim): boolean =>
  claim.kind !== 'list' && (claim.fen !== null || claim.number !== null);
const isResolved = (claim: Claim): boolean => claim.subject !== null || claim.refersTo.length > 0;

function claimsOf(file: string, names: NameIndex): readonly Claim[] {
  const lines = linesOf(file);
  const year = Number(/(20\d\d)/.exec(file)?.[1]);
  const stage = file.includes('final') ? 'finalAccounts' : 'budget';
  return narrativeOf(lines).flatMap(({ section, paragraphs }) => {
    const context = { section, year, stage, names, departmentNames: departments(lines) } as const;
    const defaults = file.startsWith('pinglu') ? { sectionDefaults: sectionsWithoutCarryOver } : {};
    const claims = readSectionClaims(paragraphs, { ...context, ...defaults });
    if (process.env['SHOW_CLAIMS'] !== undefined) show(section, paragraphs, claims);
    return claims.flat();
  });
}

function departments(lines: readonly string[]): readonly string[] {
  const found = lines.map(
    (line) => /(?:部门名称|编制部门|编制单位|预算主管部门|预算单位)[:：]\s*(\S+)/.exec(line)?.[1],
  );
  return [...new Set(found.filter((name) => name !== undefined))];
}

function show(section: string, paragraphs: readonly string[], claims: readonly (readonly Claim[])[]): void {
  paragraphs.forEach((text, i) => {
    const list = claims[i] ?? [];
    if (list.length === 0) return;
    process.stdout.write(`\n[${section}] ${text.replace(/\s+/g, '')}\n`);
    list.forEach((claim, n) => {
      process.stdout.write(`   ${n} ${describeClaim(claim)}\n`);
    });
  });
}

function describeClaim(claim: Claim): string {
  const subject =
    claim.subject === null
      ? `!!${claim.unresolved ?? ''}(${claim.unknownWords ?? ''})`
      : scopeText(claim.subject);
  const refers = claim.refersTo.map(({ role, claim: n }) => `${role}:${n}`).join(' ');
  const flags = Object.entries(claim.roles)
    .filter(([, on]) => on)
    .map(([name]) => name);
  return [
    claim.kind,
    claim.text,
    claim.numberUnit ?? claim.moneyUnit ?? '',
    claim.direction ?? '',
    claim.year,
    claim.stage,
    subject,
    refers,
    flags.join(','),
  ].join(' | ');
}

const scopeText = (scope: object): string =>
  Object.entries(scope)
    .map(([key, node]) => `${key}=${String(node)}`)
    .join(' ');

describe.skipIf(!present)('claims of the corpus (set MINGSUAN_CORPUS to run)', () => {
  const names = present ? nameIndex() : undefined;
  const files = present ? readdirSync(corpus).filter((file) => /\.(?:txt|pdf)$/.test(file)) : [];

  it.each(files)('resolves at least 90%% of the figures of %s', (file) => {
    if (names === undefined) return;
    const figures = claimsOf(file, names).filter(isFigure);
    const resolved = figures.filter(isResolved).length;
    const scoped = figures.filter((claim) => claim.subject !== null).length;
    process.stdout.write(
      `${file}: ${figures.length} figures, ${resolved} resolved, ${scoped} with a scope\n`,
    );
    expect(figures.length).toBeGreaterThan(20);
    expect(resolved / figures.length).toBeGreaterThanOrEqual(0.9);
  });
});
