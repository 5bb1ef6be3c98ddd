import type { Language } from '../model/language.ts';
import { noteWords, type NoteCode } from './noteWords.ts';

/** What a note speaks of; several things are listed. */
export type NoteValue = string | number | ImportNote | readonly (string | ImportNote)[];

/** What an import read, assumed or left out and what is to be looked at: data, so that it is told in any language. */
export interface ImportNote {
  readonly code: NoteCode;
  readonly values: readonly NoteValue[];
}

export function note(code: NoteCode, ...values: readonly NoteValue[]): ImportNote {
  return { code, values };
}

const listing: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };

export function noteText({ code, values }: ImportNote, language: Language): string {
  const words = values.map((value) => valueText(value, language));
  return noteWords[code][language].replace(/\{(\d)\}/g, (_, i: string) => words[Number(i)] ?? '');
}

function valueText(value: NoteValue, language: Language): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if ('code' in value) return noteText(value, language);
  return value.map((each) => valueText(each, language)).join(listing[language]);
}
