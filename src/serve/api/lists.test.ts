import { expect, test } from 'vitest';
import { apiDescription } from '../describe.ts';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: Shape }>>;
}

interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Lists that no amount of work makes long: what the program ships, and what one version holds. */
const short = [
  '/api/v1/code-lists',
  '/api/v1/forms',
  '/api/v1/rule-settings',
  '/api/v1/filings/{id}/book/differences',
  '/api/v1/filings/{id}/disclosures/{version}/files',
];

type Kind = 'paged' | 'wrong' | 'whole';

/** What kind of list is answered; null: none. */
function kindOf({ parameters = [], responses }: Operation): Kind | null {
  const shape = responses['200']?.content?.['application/json']?.schema;
  if (shape?.type === 'array') return 'whole';
  const fields = Object.keys(shape?.properties ?? {});
  if (!fields.includes('items')) return null;
  const named = parameters.map(({ name }) => name);
  return fields.includes('next') && named.includes('after') && named.includes('limit') ? 'paged' : 'wrong';
}

test('every list that grows is given in pages, and all of them in the same way', async () => {
  const { paths } = (await apiDescription()) as Described;
  const of = (kind: Kind): readonly string[] =>
    Object.entries(paths).flatMap(([path, { get }]) =>
      get !== undefined && kindOf(get) === kind ? [path] : [],
    );
  expect(of('wrong')).toEqual([]);
  expect(of('whole').toSorted()).toEqual(short.toSorted());
  expect(of('paged').length).toBeGreaterThan(15);
});
