import type { Disclosure } from '../../../model/disclosure.ts';
import { sheetTexts, type ProjectSheet } from '../../../model/disclosure.ts';
import { codeLinesOf } from '../data/codeLines.ts';
import { portalProjects, type PortalProject } from '../data/projects.ts';
import type { DepartmentYear, PublishedDisclosure, SearchRecord } from '../source.ts';

type Found = Omit<SearchRecord, 'summary'>;

/** Everything in a disclosure that can be found: a store indexes these, so that all stores find the same. */
export function recordsOf(published: PublishedDisclosure): readonly SearchRecord[] {
  const { summary, disclosure } = published;
  return [
    departmentRecord(summary, disclosure),
    ...lineRecords(published),
    ...portalProjects(disclosure).flatMap(projectRecords),
    ...textRecords(disclosure),
  ].map((record) => ({ ...record, summary }));
}

const noAmount = { code: null, functionClass: null, fen: null } as const;

function departmentRecord(summary: DepartmentYear, { department, overview }: Disclosure): Found {
  const offices = overview.offices.map(({ name }) => name);
  return {
    ...noAmount,
    kind: 'department',
    title: summary.name,
    text: [summary.name, department.code ?? '', ...offices].join(' '),
    fen: summary.expenditureFen,
    page: [],
  };
}

/** 类, 款 and 项 by function, with the whole year's amount. */
function lineRecords(published: PublishedDisclosure): readonly Found[] {
  const lines = codeLinesOf(published, 'function')?.lines ?? [];
  return lines.map(({ code, name, figure }) => ({
    kind: 'line',
    title: name,
    text: `${code} ${name}`,
    code,
    functionClass: code.slice(0, 3),
    fen: figure.fen,
    page: ['function', code],
  }));
}

function projectRecords(project: PortalProject): readonly Found[] {
  const page = ['project', project.slug];
  const names = new Set([project.name, ...project.sheets.map(({ name }) => name)]);
  const texts = project.sheets.flatMap(({ texts: all }) => sheetTexts.map((key) => all[key] ?? ''));
  const own: Found = {
    ...noAmount,
    kind: 'project',
    title: project.name,
    text: [...names, ...texts].join(' '),
    fen: project.fen,
    page,
  };
  return [own, ...project.sheets.flatMap((sheet) => indicatorRecords(sheet, page))];
}

/** An indicator of both horizons is one record. */
function indicatorRecords({ indicators }: ProjectSheet, page: readonly string[]): readonly Found[] {
  const texts = indicators.map(({ level2, level3, value }) => [level3, value, level2] as const);
  const told = new Map(
    texts.map(([level3, value, level2]) => [`${level3}\n${value}`, { level3, value, level2 }]),
  );
  return [...told.values()].map(({ level3, value, level2 }) => ({
    ...noAmount,
    kind: 'indicator',
    title: `${level3}：${value}`,
    text: `${level2} ${level3} ${value}`,
    page,
  }));
}

function textRecords({ narrative, overview, glossary }: Disclosure): readonly Found[] {
  const paragraphs = narrative.flatMap(({ title, paragraphs: all }) =>
    all.map(({ text }) => ({ title, text })),
  );
  const duties = overview.duties === null ? [] : [{ title: '部门职责', text: overview.duties }];
  const terms = glossary.map(({ term, definition }) => ({ title: term, text: `${term} ${definition}` }));
  return [...duties, ...paragraphs, ...terms].map(({ title, text }) => ({
    ...noAmount,
    kind: 'text',
    title,
    text,
    page: ['text'],
  }));
}
