import type { Comparison } from '../../model/diff/comparison.ts';
import { textMarks } from '../../model/diff/textMarks.ts';

/** `diff --format json`, whose public contract is schemas/diff.schema.json: what differs, with the stretches of changed texts. Amounts in 分. */
export function diffJson({ old, new: fresh, figures, projects, indicators, texts }: Comparison): object {
  return {
    schema: 1,
    old,
    new: fresh,
    figures,
    projects,
    indicators,
    texts: texts.map(({ where, old: before, new: after }) => ({
      where,
      old: before,
      new: after,
      marks: before === null || after === null ? null : textMarks(before, after),
    })),
  };
}
