import type { Form, Lexicon } from './form.ts';
import lexiconData from './forms/lexicon.json' with { type: 'json' };
import nationalFinal from './forms/national-9-final.json' with { type: 'json' };
import national from './forms/national-9.json' with { type: 'json' };
import shanghai from './forms/shanghai-9.json' with { type: 'json' };
import shanxi from './forms/shanxi-13.json' with { type: 'json' };

/** The forms that the package ships, the more particular first. */
export const shippedForms: readonly Form[] = [
  shanxi as Form,
  shanghai as Form,
  nationalFinal as Form,
  national as Form,
];

/** What headers and row labels mean in every form. */
export const lexicon: Lexicon = lexiconData as Lexicon;
