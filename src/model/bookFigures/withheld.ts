import { projectKey, type Book, type BookFact } from '../book.ts';
import type { FigureReference } from './reference.ts';

/**
 * Would the figure tell, alone or by a difference, what a decision withholds? Where lines are withheld, texts
 * may speak of their class only, of economic classes only, and not of projects of their units.
 */
export function hiddenBy({ scope, project }: FigureReference, book: Book): boolean {
  const secret = withheldFacts(book);
  if (secret.length === 0) return false;
  if (project !== null) {
    const unit = book.projects.find((each) => projectKey(each) === project)?.unit;
    return secret.some((fact) => fact.unit === unit && fact.project !== undefined);
  }
  const { function: code = '', deptEconomic = '' } = scope;
  if (deptEconomic.length > 3) return true;
  return code.length > 3 && secret.some((fact) => fact.function.startsWith(code.slice(0, 3)));
}

function withheldFacts({ facts, projects }: Book): readonly BookFact[] {
  const decided = new Set(
    projects.flatMap((each) => (each.withheld === undefined ? [] : [projectKey(each)])),
  );
  return facts.filter(({ withheld, project }) => withheld !== undefined || decided.has(project ?? ''));
}
