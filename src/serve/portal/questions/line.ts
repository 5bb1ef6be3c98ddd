import { placeWords } from '../../../model/words/place.ts';
import { portalProjects } from '../data/projects.ts';
import { isTold, type PortalDocument } from '../document.ts';

/** A line of a disclosure about which somebody may ask. */
export interface AskedLine {
  /** As in addresses: f12 a number, t4 a table, s3 a section, p:… a project, all: the whole. */
  readonly line: string;
  readonly words: string;
  /** Where it stands. */
  readonly href: string;
}

/** The line that an address names; null where the disclosure has none such. Words come from the disclosure, never from the address. */
export function askedLine(line: string, document: PortalDocument): AskedLine | null {
  const { view, part } = document;
  if (line === 'all')
    return { line, words: view.say('整份公开', 'the whole disclosure'), href: part({ kind: 'overview' }) };
  const [, kind = '', name = ''] = /^([fts])(\d{1,6})$|^p:(.{1,60})$/u.exec(line) ?? [];
  if (line.startsWith('p:')) return projectLine(line, document);
  const number = Number(name);
  if (kind === 'f') return figureLine(line, number, document);
  return kind === 't'
    ? tableLine(line, number, document)
    : kind === 's'
      ? sectionLine(line, number, document)
      : null;
}

function figureLine(line: string, id: number, document: PortalDocument): AskedLine | null {
  const { published, view, names, figureHref } = document;
  const figure = published.trace.figures[id];
  if (figure === undefined || !isTold(figure)) return null;
  const printed = figure.text === '' ? view.say('空白', 'blank') : figure.text;
  return {
    line,
    words: `${placeWords(figure.place, view.language, names)}${view.say('：', ': ')}${printed}`,
    href: figureHref(id),
  };
}

function tableLine(
  line: string,
  number: number,
  { published, view, part }: PortalDocument,
): AskedLine | null {
  const table = published.disclosure.tables.find((each) => each.number === number);
  if (table === undefined) return null;
  const words = `${view.say(`表${number}`, `Table ${number}`)} ${table.title}`;
  return { line, words, href: part({ kind: 'table', number }) };
}

function sectionLine(line: string, at: number, { published, part }: PortalDocument): AskedLine | null {
  const section = published.disclosure.narrative[at];
  return section === undefined
    ? null
    : { line, words: section.title, href: `${part({ kind: 'narrative' })}#s${at}` };
}

function projectLine(line: string, { published, part }: PortalDocument): AskedLine | null {
  const project = portalProjects(published.disclosure).find(({ slug }) => `p:${slug}` === line);
  return project === undefined
    ? null
    : { line, words: project.name, href: part({ kind: 'project', slug: project.slug }) };
}
