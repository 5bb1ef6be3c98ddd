import { fold } from '../../model/fold.ts';
import type { Column } from './heads.ts';

export type Classification = 'function' | 'deptEconomic' | 'govEconomic';

/** The classification that a label column speaks of, by its heads; null where they do not say. */
export function classificationOf({ titles }: Column): Classification | null {
  const words = fold(titles.join(''));
  if (/政府.*经济/.test(words)) return 'govEconomic';
  if (words.includes('经济')) return 'deptEconomic';
  return words.includes('功能') ? 'function' : null;
}

/**
 * Codes and names of a second classification beside the first narrow the row; they are not part of its code or
 * name. A strip of its own, behind amounts, has its own first classification.
 */
export function secondLabels(columns: readonly Column[]): readonly Column[] {
  let first: Partial<Record<Column['role'], Classification | null>> = {};
  return columns.map((column) => {
    if (column.role === 'amount') first = {};
    if (column.role !== 'code' && column.role !== 'name') return column;
    const own = classificationOf(column);
    const before = first[column.role];
    if (before === undefined) {
      first[column.role] = own;
      return column;
    }
    if (own === null || own === before) return column;
    return { ...column, role: 'text', key: column.role === 'code' ? `${own}Code` : own };
  });
}

const codeShapes: Readonly<Record<Classification, RegExp>> = {
  function: /^2[0-3]\d(?:\d\d){0,2}$/,
  deptEconomic: /^3(?:0[1-9]|1[0-3]|99)(?:\d\d)?$/,
  govEconomic: /^5(?:0\d|1[0-5]|99)(?:\d\d)?$/,
};

export const classifications: readonly Classification[] = ['function', 'deptEconomic', 'govEconomic'];

/** Does the code look like one of the classification (208, 20805, 2080501; 301, 30101; 501, 50101)? */
export function isCodeOf(classification: Classification, code: string): boolean {
  return codeShapes[classification].test(code);
}
