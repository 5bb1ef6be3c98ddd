import { z } from 'zod';

const amount = z.object({ text: z.string(), fen: z.number().int() }).nullable();
/** The output of `mingsuan diff --format json`. */
export const comparison = z
  .object({
    figures: z.array(
      z.object({
        ...{ part: z.string(), row: z.string(), column: z.string(), unit: z.string() },
        ...{ old: amount, new: amount, changeFen: z.number().int() },
      }),
    ),
    projects: z.array(
      z.object({
        change: z.enum(['new', 'ended', 'renamed', 'changed']),
        ...{ name: z.string(), oldName: z.string().nullable() },
        ...{ oldFen: z.number().int().nullable(), newFen: z.number().int().nullable() },
      }),
    ),
    indicators: z.array(
      z.object({
        ...{ project: z.string(), horizon: z.enum(['period', 'annual']), path: z.array(z.string()) },
        ...{ old: z.string().nullable(), new: z.string().nullable() },
      }),
    ),
    texts: z.array(
      z.object({
        ...{ where: z.array(z.string()), old: z.string().nullable(), new: z.string().nullable() },
        marks: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })).nullable(),
      }),
    ),
  })
  .meta({ id: 'Comparison' });
