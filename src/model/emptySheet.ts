import { fundSources, sheetTexts, type SheetFunds, type SheetText } from './disclosure.ts';

/** The texts of a performance sheet that prints none. */
export const noTexts = Object.fromEntries(sheetTexts.map((text) => [text, null])) as Readonly<
  Record<SheetText, null>
>;

/** The funds of a performance sheet that prints none. */
export const noFunds = Object.fromEntries(fundSources.map((source) => [source, null])) as SheetFunds;
