import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Language = 'zh' | 'en';

/** Sentences by key, Chinese and English; {0} stands for the first parameter. */
export type Sentences = Readonly<Record<string, readonly [zh: string, en: string]>>;
export type Say<Key extends string> = (key: Key, ...params: readonly (string | number)[]) => string;

const storageKey = 'mingsuan.language';

function rememberedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
}

/** The language outside of components: the client tells it to the server. */
export function currentLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'zh';
}

interface LanguageState {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageState>({ language: 'zh', choose: () => undefined });

export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(rememberedLanguage);
  const choose = useCallback((next: Language) => {
    localStorage.setItem(storageKey, next);
    document.documentElement.lang = next === 'en' ? 'en' : 'zh-CN';
    setLanguage(next);
  }, []);
  useEffect(() => {
    choose(language);
  }, [choose, language]);
  const state = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  return use(LanguageContext);
}

interface Punctuation {
  /** What is said, and what it is: `位置：表1`, `Place: Table 1`. */
  readonly labelled: (label: string, text: string) => string;
  /** A head with its unit: `金额（万元）`, `Amount (10,000 yuan)`. */
  readonly bracketed: (label: string, text: string) => string;
}

const punctuations: Readonly<Record<Language, Punctuation>> = {
  zh: {
    labelled: (label, text) => `${label}：${text}`,
    bracketed: (label, text) => `${label}（${text}）`,
  },
  en: { labelled: (label, text) => `${label}: ${text}`, bracketed: (label, text) => `${label} (${text})` },
};

/** Colons and brackets of the chosen language. */
export function usePunctuation(): Punctuation {
  return punctuations[useLanguage().language];
}

/** Says a sentence of a part's words in the chosen language. */
export function useSay<Words extends Sentences>(words: Words): Say<keyof Words & string> {
  const { language } = useLanguage();
  return useCallback((key, ...params) => sentence(words, key, language, params), [words, language]);
}

export function sentence<Words extends Sentences>(
  words: Words,
  key: keyof Words & string,
  language: Language,
  params: readonly (string | number)[] = [],
): string {
  const text = words[key]?.[language === 'zh' ? 0 : 1] ?? key;
  return text.replace(/\{(\d)\}/g, (_, i: string) => String(params[Number(i)] ?? ''));
}
