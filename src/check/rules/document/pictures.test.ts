import { describe, expect, test } from 'vitest';
import { pdfOf, text, type FixturePage } from '../../../file/pdfFixture.ts';
import { readSource } from '../../../read/open.ts';
import { recognise } from '../../../read/recognise/recognise.ts';
import { checkDisclosure } from '../../check.ts';
import { messageOf } from '../../render.ts';
import { placeNamesOf } from '../../../model/words/names.ts';

const dictionary =
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
const picture: FixturePage = {
  content: 'q 800 0 0 600 0 0 cm /X1 Do Q',
  forms: { X1: { dictionary, content: 'A' } },
};
const written: FixturePage = { content: text(100, 100, '二、收入预算情况说明，本年收入与上年持平') };

async function said(pages: readonly FixturePage[]): Promise<string[]> {
  const read = await readSource({ name: 'a.pdf', bytes: pdfOf(pages) });
  if (!read.ok) throw new Error(read.problem.code);
  const disclosure = recognise(read.source);
  return checkDisclosure(disclosure)
    .findings.filter(({ rule }) => rule === 'document.picturePages')
    .map((finding) => messageOf(finding, 'zh', placeNamesOf(disclosure)));
}

describe('pages that are pictures', () => {
  test('are named', async () => {
    const pages = [written, picture, written, picture, picture, written, written];
    expect(await said(pages)).toEqual([expect.stringContaining('第2、4–5页是图片')]);
  });

  test('a document of text says nothing', async () => {
    expect(await said([written])).toEqual([]);
  });
});
