// Cuts the faces that PDFs are set in (docs/decisions/017-fonts.md): the characters of GB 2312 and the usual
// signs in three faces, everything else that the serif face has in a fourth. Brotli halves them.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { codePointsOf, renamed } from './sfnt.mjs';

const require = createRequire(import.meta.url);

const serif = '@expo-google-fonts/noto-serif-sc';
const sans = '@expo-google-fonts/noto-sans-sc';

const faces = [
  {
    name: 'serif',
    source: `${serif}/400Regular/NotoSerifSC_400Regular.ttf`,
    family: 'Mingsuan Serif',
    style: 'Regular',
  },
  {
    name: 'serif-bold',
    source: `${serif}/700Bold/NotoSerifSC_700Bold.ttf`,
    family: 'Mingsuan Serif',
    style: 'Bold',
  },
  {
    name: 'sans-bold',
    source: `${sans}/700Bold/NotoSansSC_700Bold.ttf`,
    family: 'Mingsuan Sans',
    style: 'Bold',
  },
  {
    name: 'rare',
    source: `${serif}/400Regular/NotoSerifSC_400Regular.ttf`,
    family: 'Mingsuan Rare',
    style: 'Regular',
  },
];

/** Blocks of signs that are printed beside Chinese: punctuation, units, numbers in circles, full-width forms. */
const signBlocks = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0x3200, 0x33ff],
  [0xff00, 0xffef],
];

/** The characters of GB 2312, row by row. */
function gb2312() {
  const decoder = new TextDecoder('gb18030');
  const cells = Array.from({ length: 94 }, (_, i) => 0xa1 + i);
  return cells.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell)).codePointAt(0)));
}

function isSign(point) {
  return signBlocks.some(([first, last]) => point >= first && point <= last);
}

/** Ascending numbers as [first, last] pairs. */
function rangesOf(points) {
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

function textOf(points) {
  let text = '';
  for (const point of points) text += String.fromCodePoint(point);
  return text;
}

function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params });
}

/** Makes the fonts unless the folder has them from the same packages and the same rules. */
export async function buildFonts(folder) {
  const versions = [serif, sans, 'subset-font'].map((name) => require(`${name}/package.json`).version);
  const stamp = JSON.stringify([faces, signBlocks, versions, 2]);
  const stampFile = join(folder, 'stamp.json');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { default: subsetFont } = await import('subset-font');
  const common = new Set(gb2312());
  const usual = (point) => common.has(point) || isSign(point);
  const coverage = {};
  for (const { name, source, family, style } of faces) {
    const full = readFileSync(require.resolve(source));
    const points = codePointsOf(full).filter((point) => (name === 'rare' ? !usual(point) : usual(point)));
    const cut = await subsetFont(full, textOf(points), { targetFormat: 'sfnt' });
    writeFileSync(join(folder, `${name}.ttf.br`), compressed(renamed(cut, family, style)));
    coverage[name] = rangesOf(points);
  }
  writeFileSync(join(folder, 'coverage.json'), JSON.stringify(coverage));
  const licence = join(dirname(require.resolve(`${serif}/package.json`)), 'LICENSE_FONT');
  writeFileSync(join(folder, 'OFL.txt'), readFileSync(licence));
  writeFileSync(stampFile, stamp);
}
