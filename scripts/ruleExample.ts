import { allMessages } from '../src/check/messages.ts';
import { messageOf } from '../src/check/render.ts';
import { findingOf } from '../src/check/rule.ts';
import type { NoteExample } from './ruleNotes/note.ts';

/** The message that a report would show for the example. Throws a RangeError for a blank without a word. */
export function exampleMessage(rule: string, example: NoteExample): string {
  const { variant = '', words = {}, figure } = example;
  const template = allMessages[rule]?.message[variant]?.zh ?? '';
  const missing = blanksOf(template).filter((name) => figure === undefined && words[name] === undefined);
  if (template === '' && figure === undefined) throw new RangeError(`${rule} has no variant "${variant}".`);
  if (missing.length > 0) throw new RangeError(`The example of ${rule} lacks ${missing.join(', ')}.`);
  const culprits =
    figure === undefined
      ? []
      : [{ ...figure, support: 1 }].map(({ reported, expected, slip, place, support }) => ({
          reported,
          expected,
          slip,
          place,
          support,
        }));
  const evidence = figure?.evidence ?? [];
  return messageOf(findingOf({ rule, severity: 'error', variant, params: words, culprits, evidence }), 'zh');
}

function blanksOf(template: string): readonly string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
