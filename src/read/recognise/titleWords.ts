import { fold } from '../../model/fold.ts';
import { lexicon } from '../../model/forms.ts';
import { pattern } from './heads.ts';

/** A title as the forms' patterns know it: folded, without years, words of earlier years said as now. */
export function titleWords(title: string): string {
  const words = fold(title).replace(/20\d\d年(?:度)?/g, '');
  return lexicon.titleWords.reduce(
    (text, { pattern: earlier, means }) => text.replace(pattern(earlier), means),
    words,
  );
}
