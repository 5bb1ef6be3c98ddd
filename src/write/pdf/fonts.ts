import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const common = ['serif', 'serif-bold', 'sans-bold'];

/** Families in the order in which a character is looked for. */
export interface Families {
  readonly serif: readonly string[];
  readonly sans: readonly string[];
}

/** A character of no shipped face is printed as the sign that printers put for a missing type. */
const missingType = '〓';

interface Coverage {
  readonly serif: ReadonlySet<number>;
  readonly rare: ReadonlySet<number>;
}

/** The faces for texts, the texts as those faces can print them, and the characters that no face has. */
export interface FontedTexts {
  readonly faces: readonly Uint8Array[];
  readonly families: Families;
  readonly texts: readonly string[];
  readonly missing: readonly string[];
}

/** The fonts lie beside the bundle; sources use those of the last build. */
function fontFile(name: string): URL {
  const beside = new URL(`fonts/${name}`, import.meta.url);
  return existsSync(beside) ? beside : new URL(`../../../dist/fonts/${name}`, import.meta.url);
}

/**
 * Chooses the faces that texts need: the large face of rare characters is loaded only where there is one.
 * @throws Error when the fonts were not built.
 */
export async function fontsFor(texts: readonly string[]): Promise<FontedTexts> {
  const { serif, rare } = await coverage();
  const plain = texts.map((text) => text.replace(variationSelectors, ''));
  const missing = new Set<string>();
  let needsRare = false;
  for (const character of new Set(plain.join(''))) {
    const point = character.codePointAt(0) ?? 0;
    if (serif.has(point) || character === '\n') continue;
    if (rare.has(point)) needsRare = true;
    else missing.add(character);
  }
  const names = needsRare ? [...common, 'rare'] : common;
  const faces = await Promise.all(names.map(face));
  const printable = plain.map((text) => replaced(text, missing));
  return { faces, families: families(needsRare), texts: printable, missing: [...missing] };
}

/** A family that is not loaded would be an unknown one, which is a fault. */
function families(withRare: boolean): Families {
  const serif = withRare ? ['Mingsuan Serif', 'Mingsuan Rare'] : ['Mingsuan Serif'];
  return { serif, sans: ['Mingsuan Sans', ...serif] };
}

/** They choose a variant of the character before; the shipped faces have one each. */
const variationSelectors = /[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g;

function replaced(text: string, missing: ReadonlySet<string>): string {
  return missing.size === 0 ? text : Array.from(text, (c) => (missing.has(c) ? missingType : c)).join('');
}

const decompress = promisify(brotliDecompress);
const loaded = new Map<string, Promise<Uint8Array>>();

function face(name: string): Promise<Uint8Array> {
  const known = loaded.get(name) ?? readFile(fontFile(`${name}.ttf.br`)).then((bytes) => decompress(bytes));
  loaded.set(name, known);
  return known;
}

let known: Promise<Coverage> | null = null;

function coverage(): Promise<Coverage> {
  known ??= readCoverage();
  return known;
}

async function readCoverage(): Promise<Coverage> {
  const file = fontFile('coverage.json');
  if (!existsSync(file)) throw new Error('the fonts are not there: run "npm run build"');
  const ranges = JSON.parse(await readFile(file, 'utf8')) as Record<'serif' | 'rare', readonly Range[]>;
  return { serif: pointsOf(ranges.serif), rare: pointsOf(ranges.rare) };
}

type Range = readonly [first: number, last: number];

function pointsOf(ranges: readonly Range[]): ReadonlySet<number> {
  const points = new Set<number>();
  for (const [first, last] of ranges) {
    for (let point = first; point <= last; point += 1) points.add(point);
  }
  return points;
}
