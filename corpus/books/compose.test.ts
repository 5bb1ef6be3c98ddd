import { describe, expect, it } from 'vitest';
import { textDocument } from '../../src/write/textDocument.ts';
import {
  exampleBook,
  faultsOf,
  formNamed,
  plainTables,
  plainTexts,
  readBack,
  unverifiedCells,
} from './bookFixture.ts';
import { composeDisclosure } from '../../src/compose/compose.ts';

describe('the example book', () => {
  it.each(['shanxi-13', 'national-9', 'shanghai-9'])('composes to a clean disclosure in %s', async (id) => {
    const composed = composeDisclosure(exampleBook(), formNamed(id));
    expect(faultsOf(composed)).toEqual([]);
    const back = await readBack(composed);
    expect(back.form).toBe(id);
    expect(faultsOf(back)).toEqual([]);
    expect(back.uncertain).toEqual([]);
    expect(unverifiedCells(back)).toEqual([]);
    expect(plainTables(back)).toEqual(plainTables(composed));
    expect(plainTexts(back)).toEqual(plainTexts(composed));
  });

  it('gives the same text again', () => {
    const form = formNamed('shanxi-13');
    const texts = [0, 1].map(() => textDocument(composeDisclosure(exampleBook(), form)));
    expect(texts[0]).toBe(texts[1]);
  });
});
