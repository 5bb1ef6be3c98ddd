import { titleOf } from '../check/render.ts';
import { knownRules } from '../check/settings/settings.ts';

/** Every rule's title in both languages. */
export function ruleTitles(): Readonly<Record<string, { readonly zh: string; readonly en: string }>> {
  return Object.fromEntries(
    knownRules().map((rule) => [rule, { zh: titleOf(rule, 'zh'), en: titleOf(rule, 'en') }]),
  );
}
