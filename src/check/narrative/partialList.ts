import { gather } from '../../model/gather.ts';
import type { Scope } from '../../model/scope.ts';
import type { StatedClaim } from './claimFigures.ts';
import type { Context } from './references.ts';

/**
 * Do the tables print functions of the list's level, paid from the same money, that the list does not name? Then 其中
 * named some of them only, and that they are less than the whole contradicts nothing.
 */
export function namesSomeOnly(
  items: readonly (StatedClaim | undefined)[],
  whole: StatedClaim | null,
  { tables }: Context,
): boolean {
  const subjects = gather(items, (item) => (item?.claim.subject == null ? [] : [item.claim.subject]));
  const [first] = subjects;
  const level = first?.function?.length ?? 0;
  if (first === undefined || level === 0 || subjects.length < items.length) return false;
  if (subjects.some((subject) => subject.function?.length !== level)) return false;
  const listed = new Set(subjects.map((subject) => subject.function));
  const above = whole?.claim.subject?.function ?? '';
  return tables.figures.some(
    ({ scope, origin, fen }) =>
      origin === 'cell' &&
      fen !== 0 &&
      scope.function?.length === level &&
      scope.function.startsWith(above) &&
      !listed.has(scope.function) &&
      isSameMoney(scope, first),
  );
}

function isSameMoney(printed: Scope, said: Scope): boolean {
  return (
    printed.flow === 'expenditure' &&
    printed.fund === said.fund &&
    printed.nature === said.nature &&
    (printed.deptEconomic ?? printed.item ?? printed.project) === undefined
  );
}
