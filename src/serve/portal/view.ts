import type { Language } from '../../model/language.ts';
import { addressOf, type Route } from './address.ts';

/** Chinese first, English beside it: one of the two, by the language of the page. */
export type Say = (zh: string, en: string) => string;

/** What every part of a page needs to speak and to link. */
export interface View {
  readonly language: Language;
  readonly say: Say;
  readonly link: (route: Route, format?: string) => string;
  /** Whether pages lead to a search: of the server, or of the folder's own script. */
  readonly hasSearch: boolean;
  /** Whether the other language's pages are there. */
  readonly hasTwin: boolean;
  /** Whether the pages are a folder of files: nothing computes an answer there. */
  readonly inFolder: boolean;
  /** Whether somebody hears what a reader does not understand. */
  readonly hasQuestions: boolean;
}

/** What a portal has beside its pages. */
export interface Abilities {
  readonly hasSearch: boolean;
  readonly hasTwin: boolean;
  readonly inFolder: boolean;
  readonly hasQuestions: boolean;
}

export const served: Abilities = { hasSearch: true, hasTwin: true, inFolder: false, hasQuestions: false };

/** A view in the language; links keep to the language. */
export function viewOf(language: Language, abilities: Abilities = served): View {
  return {
    language,
    say: (zh, en) => (language === 'zh' ? zh : en),
    link: (route, format) => addressOf(route, language, format),
    ...abilities,
  };
}
