import { isUtf8 as isWholeUtf8 } from 'node:buffer';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Some bytes did not belong to the encoding and were replaced by U+FFFD. */
  readonly lossy: boolean;
}

const sampleBytes = 64 * 1024;

/**
 * Frequent characters of Chinese public texts, simplified and traditional. Text decoded with the wrong
 * encoding turns into rare characters, so the share of these tells the encodings apart.
 */
const frequent = new Set(
  '的一是年度元算部支出入合计项目单位名称预公收总表基本政府性金财拨款万其他费用服务会保障生产有不人在中大为和国了以及行管理' +
    '事业工作部门科编码社情况说明增减少上下本资第二三四五六七八九十：，。、（）' +
    '計項單稱預總財撥萬費務會產為國業門編碼說減資經營機關與對發',
);

/**
 * Decodes Chinese text by its content: a byte order mark, else valid UTF-8, else the most plausible of
 * UTF-16 without a mark, GB18030 (which contains GBK and GB2312) and Big5.
 * Undefined when the bytes are no text (binary noise).
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  if (!sample.includes(0) && isUtf8(sample)) return decodeMarked(bytes) ?? decodeNarrow(bytes);
  return decodeMarked(bytes) ?? decodeWide(bytes) ?? decodeNarrow(bytes);
}

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return isNoise(bytes) ? undefined : decodeAs(bytes.subarray(3), 'utf-8');
  }
  if (first === 0xff && second === 0xfe) return readable(decodeAs(bytes.subarray(2), 'utf-16le'));
  if (first === 0xfe && second === 0xff) return readable(decodeAs(bytes.subarray(2), 'utf-16be'));
  return undefined;
}

/** UTF-16 without a mark: nearly every pair is a plausible character in one order and not in the other. */
function decodeWide(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  const little = wideShare(sample, 0);
  const big = wideShare(sample, 1);
  if (Math.max(little, big) < 0.9) return undefined;
  if (!sample.includes(0) && narrowShare(sample) > 0.2) return undefined;
  return readable(decodeAs(bytes, little >= big ? 'utf-16le' : 'utf-16be'));
}

function decodeNarrow(bytes: Uint8Array): DecodedText | undefined {
  if (isNoise(bytes)) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  if (isUtf8(sample)) return readable(decodeAs(bytes, 'utf-8'));
  if (mostlyUtf8(sample)) return readable(decodeAs(bytes, 'utf-8'));
  const simplified = frequentShare(textIn(sample, 'gb18030'));
  const traditional = frequentShare(textIn(sample, 'big5'));
  return readable(decodeAs(bytes, traditional > simplified ? 'big5' : 'gb18030'));
}

function narrowShare(sample: Uint8Array): number {
  return Math.max(frequentShare(textIn(sample, 'gb18030')), frequentShare(textIn(sample, 'big5')));
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text = textIn(bytes, encoding);
  return { text, encoding, lossy: text.includes('\uFFFD') };
}

/** The bytes as text; what does not belong to the encoding becomes U+FFFD. */
export function textIn(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** Refuses a decoding in which many characters are replacements, controls or of no script. */
function readable({ text, ...rest }: DecodedText): DecodedText | undefined {
  const sample = text.slice(0, sampleBytes);
  const bad = sample.match(unreadable)?.length ?? 0;
  return bad > sample.length * 0.05 ? undefined : { text, ...rest };
}

/** Replacements, characters for private use and controls. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unreadable = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g;

const controlBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127 ? 1 : 0,
);

/** Bytes that are looked at, spread over the whole file. */
const noiseSamples = 16 * 1024;

/** Text has no NUL and hardly any control bytes; a stray one is forgiven. */
function isNoise(bytes: Uint8Array): boolean {
  const stride = Math.max(1, Math.floor(bytes.length / noiseSamples));
  let controls = 0;
  for (let i = 0; i < bytes.length; i += stride) controls += controlBytes[bytes[i] ?? 0] ?? 0;
  return controls > Math.max(1, (bytes.length / stride) * 0.005);
}

/** The sample may end inside a character: the last one, of up to four bytes, does not count then. */
function isUtf8(sample: Uint8Array): boolean {
  if (isWholeUtf8(sample)) return true;
  if (sample.length < sampleBytes) return false;
  return [1, 2, 3].some((cut) => isWholeUtf8(sample.subarray(0, sample.length - cut)));
}

/** UTF-8 with a few broken bytes: replacements are rare beside characters that decode well. */
function mostlyUtf8(sample: Uint8Array): boolean {
  let bad = 0;
  let good = 0;
  for (const character of new TextDecoder('utf-8').decode(sample)) {
    if (character === '\uFFFD') bad++;
    else if (character.charCodeAt(0) > 0x7f) good++;
  }
  return bad * 20 < good;
}

function frequentShare(text: string): number {
  let all = 0;
  let known = 0;
  for (const character of text) {
    if (character.charCodeAt(0) < 0x80) continue;
    all++;
    if (frequent.has(character)) known++;
  }
  return all === 0 ? 0 : known / all;
}

/** Share of two-byte units that are ASCII text, CJK, or CJK punctuation; `highFirst` is 1 for big endian. */
function wideShare(sample: Uint8Array, highFirst: 0 | 1): number {
  let plausible = 0;
  const units = Math.floor(sample.length / 2);
  for (let i = 0; i < units; i++) {
    const a = sample[2 * i] ?? 0;
    const b = sample[2 * i + 1] ?? 0;
    if (isPlausibleUnit(highFirst === 1 ? (a << 8) | b : (b << 8) | a)) plausible++;
  }
  return plausible / units;
}

function isPlausibleUnit(unit: number): boolean {
  if (unit < 0x7f) return unit >= 32 || (unit >= 9 && unit <= 13);
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  return (
    (unit >= 0x3000 && unit <= 0x301f) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x2060)
  );
}
