import definitions from './glossary.json' with { type: 'json' };

const shipped = new Map(Object.entries(definitions));

/** What a term of the field means, in the project's own words; null for a term that is not shipped. */
export function shippedDefinition(term: string): string | null {
  return shipped.get(term) ?? null;
}

/** The terms that are explained, in the order in which they are printed. */
export const shippedTerms: readonly string[] = [...shipped.keys()];
