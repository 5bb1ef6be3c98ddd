import iconv from 'iconv-lite';

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
  const simplified = frequentShare(iconv.decode(sample, 'gb18030'));
  const traditional = frequentShare(iconv.decode(sample, 'big5'));
  return readable(decodeAs(bytes, traditional > simplified ? 'big5' : 'gb18030'));
}

function narrowShare(sample: Uint8Array): number {
  return Math.max(
    frequentShare(iconv.decode(sample, 'gb18030')),
    frequentShare(iconv.decode(sample, 'big5')),
  );
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text =
    encoding === 'utf-8' || encoding === 'utf-16le'
      ? new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
      : iconv.decode(bytes, encoding);
  return { text, encoding, lossy: text.includes('\uFFFD') };
}

/** Refuses a decoding in which many characters are replacements, controls or of no script. */
function readable(decoded: DecodedText): DecodedText | undefined {
  const sample = decoded.text.slice(0, sampleBytes);
  let bad = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (
      code === 0xfffd ||
      (code >= 0xe000 && code <= 0xf8ff) ||
      code < 9 ||
      (code > 13 && code < 32 && code !== 26)
    )
      bad++;
  }
  return bad > sample.length * 0.05 ? undefined : decoded;
}

const controlBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127 ? 1 : 0,
);

/** Text has no NUL and hardly any control bytes; a stray one is forgiven. */
function isNoise(bytes: Uint8Array): boolean {
  const stride = Math.max(1, Math.floor(bytes.length / sampleBytes));
  let controls = 0;
  for (let i = 0; i < bytes.length; i += stride) controls += controlBytes[bytes[i] ?? 0] ?? 0;
  return controls > Math.max(1, (bytes.length / stride) * 0.005);
}

/** The sample may end inside a character, so the stream mode of the decoder is used. */
function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
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
