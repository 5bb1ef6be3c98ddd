import type { Book } from './book.ts';
import { words, type BookProblem } from './bookProblem.ts';

/** Decisions that are not recorded, and texts that name what is not to be published. */
export function decisionProblems(book: Book): readonly BookProblem[] {
  const known = new Set(book.decisions?.map(({ document }) => document));
  const unknown = (withheld: string | undefined, path: string): readonly BookProblem[] =>
    withheld === undefined || known.has(withheld)
      ? []
      : [
          {
            path: `${path}.withheld`,
            message: words(
              `没有登记不公开决定“${withheld}”，请先填写决定的文号、日期和层级`,
              `The decision “${withheld}” is not registered: first state its number, date and level`,
            ),
          },
        ];
  return [
    ...book.facts.flatMap(({ withheld }, i) => unknown(withheld, `facts[${i}]`)),
    ...book.projects.flatMap(({ withheld }, i) => unknown(withheld, `projects[${i}]`)),
    ...mentions(book),
  ];
}

/** Texts that are published and name a project that is not. */
function mentions(book: Book): readonly BookProblem[] {
  const secret = book.projects.flatMap(({ withheld, name }) => (withheld === undefined ? [] : [name]));
  if (secret.length === 0) return [];
  return publishedTexts(book).flatMap(({ path, text }) => {
    const name = secret.find((each) => text.includes(each));
    if (name === undefined) return [];
    const message = words(
      `{field}写到了不公开的项目“${name}”，请删去项目名称`,
      `{field} names the project “${name}”, which is withheld: remove the name`,
    );
    return [{ path, message }];
  });
}

interface PublishedText {
  readonly path: string;
  readonly text: string;
}

function publishedTexts(book: Book): readonly PublishedText[] {
  const { overview, otherNotes, purchasedServices, glossary, departmentGoal } = book;
  const projects = book.projects.flatMap(({ name, sheet, withheld }, i) =>
    withheld === undefined
      ? [{ path: `projects[${i}].name`, text: name }, ...textsIn(sheet, `projects[${i}].sheet`)]
      : [],
  );
  return [
    ...textsIn(overview, 'overview'),
    ...textsIn(book.reasons, 'reasons'),
    ...textsIn(purchasedServices, 'purchasedServices'),
    ...textsIn(glossary, 'glossary'),
    ...textsIn(departmentGoal ?? {}, 'departmentGoal'),
    { path: 'otherNotes', text: otherNotes },
    ...projects,
  ];
}

/** Every text below a value, with its field. */
function textsIn(value: unknown, path: string): readonly PublishedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    textsIn(item, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
}
