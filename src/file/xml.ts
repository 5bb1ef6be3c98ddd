/** What stands next in the document; `end` also after a problem. */
export type XmlEvent = 'open' | 'close' | 'text' | 'end';

export type XmlProblem = 'malformed' | 'tooDeep';

/**
 * A pull reader for the XML of office files. It knows no document type: a DOCTYPE and every entity but the
 * five predefined ones and character references is a problem, so nothing can expand or be fetched.
 */
export interface XmlReader {
  next(): XmlEvent;
  /** Moves behind the end of the element just opened. */
  skip(): void;
  /** Source inside the element just opened, when it is short and holds no element of its own name. */
  peek(): string | undefined;
  /** Qualified name of the element just opened or closed. */
  readonly name: string;
  /** Elements open now, the one just opened included. */
  readonly depth: number;
  /** Characters read so far. */
  readonly position: number;
  /** Set once the text turned out not to be well-formed; the reader then stays at the end. */
  readonly problem: XmlProblem | undefined;
  /** Content of the current text event, references resolved. */
  text(): string;
  /** Value of an attribute of the element just opened, by its qualified name. */
  attribute(name: string): string | undefined;
  /** All attributes of the element just opened. */
  attributes(): ReadonlyMap<string, string>;
}

/** Deeper than any office file; bounds the recursion of those who walk the document. */
const deepest = 400;

/** Characters within which the end of an element is searched for; a bound keeps that linear. */
const shortElement = 2000;

const references: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * An XML part as characters. With `utf8` each character is one byte of UTF-8: markup is ASCII, so only text
 * and values are decoded, which is several times faster than decoding a large part first.
 */
export interface XmlSource {
  readonly text: string;
  readonly utf8: boolean;
}

/** The characters of an XML part: UTF-8, or UTF-16 when marked so. */
export function decodeXml(bytes: Uint8Array): XmlSource {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), utf8: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), utf8: false };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  return { text: buffer.toString('latin1'), utf8: true };
}

/** Reads XML from memory, in time linear in its length. */
export function readXml(xml: XmlSource | string): XmlReader {
  const source = typeof xml === 'string' ? xml : xml.text;
  const utf8 = typeof xml !== 'string' && xml.utf8;
  const open: string[] = [];
  let at = 0;
  let name = '';
  let closing = false;
  let rooted = false;
  let problem: XmlProblem | undefined;
  let textStart = 0;
  let textEnd = 0;
  let literal = false;
  let peekedAt = -1;
  let peeked: string | undefined;
  let tagStart = 0;
  let tagEnd = 0;

  const fail = (code: XmlProblem): 'end' => {
    problem ??= code;
    open.length = 0;
    return 'end';
  };

  const next = (): XmlEvent => {
    if (problem !== undefined) return 'end';
    if (closing) {
      closing = false;
      open.pop();
      return 'close';
    }
    while (at < source.length) {
      const event = source.charCodeAt(at) === 60 ? readMarkup() : readText();
      if (event !== undefined) return event;
    }
    return open.length > 0 || !rooted ? fail('malformed') : 'end';
  };

  const readText = (): XmlEvent | undefined => {
    const found = source.indexOf('<', at);
    textStart = at;
    textEnd = found === -1 ? source.length : found;
    literal = false;
    at = textEnd;
    if (open.length > 0) return 'text';
    return source.slice(textStart, textEnd).trim() === '' ? undefined : fail('malformed');
  };

  const readMarkup = (): XmlEvent | undefined => {
    const code = source.charCodeAt(at + 1);
    if (code === 47) return readClose();
    if (code === 63) return skipTo('?>', at + 2);
    if (code !== 33) return readOpen();
    if (source.startsWith('<!--', at)) return skipTo('-->', at + 4);
    return source.startsWith('<![CDATA[', at) && open.length > 0 ? readLiteral() : fail('malformed');
  };

  const skipTo = (terminator: string, from: number): 'end' | undefined => {
    const found = source.indexOf(terminator, from);
    if (found === -1) return fail('malformed');
    at = found + terminator.length;
    return undefined;
  };

  const readLiteral = (): XmlEvent => {
    textStart = at + 9;
    if (skipTo(']]>', textStart) !== undefined) return 'end';
    textEnd = at - 3;
    literal = true;
    return 'text';
  };

  const readClose = (): XmlEvent => {
    const expected = open.at(-1);
    if (expected === undefined || !source.startsWith(expected, at + 2)) return fail('malformed');
    let end = at + 2 + expected.length;
    while (isSpace(source.charCodeAt(end))) end++;
    if (source.charCodeAt(end) !== 62) return fail('malformed');
    at = end + 1;
    name = expected;
    open.pop();
    return 'close';
  };

  const readOpen = (): XmlEvent => {
    let end = at + 1;
    while (!isNameEnd(source.charCodeAt(end))) end++;
    name = source.slice(at + 1, end);
    tagStart = end;
    end = findTagEnd(source, end);
    if (name === '' || end === -1 || (open.length === 0 && rooted)) return fail('malformed');
    closing = source.charCodeAt(end - 1) === 47;
    tagEnd = closing ? end - 1 : end;
    at = end + 1;
    rooted = true;
    if (open.length >= deepest) return fail('tooDeep');
    open.push(name);
    return 'open';
  };

  const skip = (): void => {
    const depth = open.length;
    const inner = closing ? undefined : peek();
    if (inner === undefined) {
      while (open.length >= depth && next() !== 'end');
      return;
    }
    at += inner.length + name.length + 3;
    open.pop();
  };

  // Most properties are short and hold none of their own name: a search is faster than reading them.
  const peek = (): string | undefined => {
    if (closing) return '';
    if (peekedAt !== at) {
      peekedAt = at;
      const window = source.slice(at, at + shortElement);
      const end = window.indexOf(endTagOf(name));
      const inner = end === -1 ? undefined : window.slice(0, end);
      peeked = inner?.includes(`<${name}`) === true ? undefined : inner;
    }
    return peeked;
  };

  const decode = (value: string): string =>
    // eslint-disable-next-line no-control-regex -- the question is whether all characters are ASCII
    utf8 && /[^\x00-\x7f]/.test(value) ? Buffer.from(value, 'latin1').toString('utf8') : value;

  const resolve = (raw: string): string => {
    const value = decode(raw);
    if (!value.includes('&')) return value;
    return value.replace(
      /&(#x[\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z]{1,10})?(;)?/g,
      (_, reference?: string, end?: string) => {
        const resolved =
          end === undefined || reference === undefined ? undefined : resolveReference(reference);
        if (resolved === undefined) fail('malformed');
        return resolved ?? '';
      },
    );
  };

  const attributes = (): ReadonlyMap<string, string> => {
    const found = new Map<string, string>();
    const tag = source.slice(tagStart, tagEnd);
    // Sticky, so that a hostile tag is left at its first fault and not searched again from every character.
    const pattern = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
    for (let match = pattern.exec(tag); match !== null; match = pattern.exec(tag)) {
      found.set(match[1] ?? '', resolve(match[2] ?? match[3] ?? ''));
    }
    return found;
  };

  const attribute = (key: string): string | undefined => {
    if (tagStart === tagEnd) return undefined;
    const tag = source.slice(tagStart, tagEnd);
    const found = tag.indexOf(` ${key}="`);
    if (found === -1 || tag.includes("'")) return attributes().get(key);
    const start = found + key.length + 3;
    return resolve(tag.slice(start, tag.indexOf('"', start)));
  };

  return {
    next,
    skip,
    peek,
    attributes,
    attribute,
    text: () =>
      literal ? decode(source.slice(textStart, textEnd)) : resolve(source.slice(textStart, textEnd)),
    get name() {
      return name;
    },
    get depth() {
      return open.length;
    },
    get position() {
      return at;
    },
    get problem() {
      return problem;
    },
  };
}

/**
 * Visits the children of the element just opened, in order, and leaves the reader behind its end.
 * `visit` may read the child to its end or leave it; what it leaves is skipped. `visitText` gets text.
 */
export function eachChild(
  reader: XmlReader,
  visit: (name: string) => void,
  visitText?: (text: string) => void,
): void {
  const depth = reader.depth;
  for (;;) {
    const event = reader.next();
    if (event === 'end' || (event === 'close' && reader.depth < depth)) return;
    if (event === 'text') visitText?.(reader.text());
    if (event === 'open') visitChild(reader, visit);
  }
}

function visitChild(reader: XmlReader, visit: (name: string) => void): void {
  const child = reader.depth;
  const before = reader.position;
  visit(reader.name);
  if (reader.depth >= child && reader.position === before) reader.skip();
  while (reader.depth >= child && reader.next() !== 'end');
}

/** The characters directly within the element just opened. */
export function textWithin(reader: XmlReader): string {
  let text = '';
  eachChild(
    reader,
    () => undefined,
    (part) => (text += part),
  );
  return text;
}

/**
 * What `read` makes of the element just opened, remembered by its source: office files repeat the same
 * properties thousands of times. The value is shared and must not be changed.
 */
export function remembered<Value>(reader: XmlReader, known: Map<string, Value>, read: () => Value): Value {
  const source = reader.peek();
  const found = source === undefined ? undefined : known.get(source);
  if (found !== undefined) {
    reader.skip();
    return found;
  }
  const value = read();
  if (source !== undefined && known.size < mostRemembered) known.set(source, value);
  return value;
}

const mostRemembered = 5000;

const endTags = new Map<string, string>();

function endTagOf(name: string): string {
  const known = endTags.get(name);
  if (known !== undefined) return known;
  const tag = `</${name}>`;
  // Names come from the file: a hostile one must not fill the memory.
  if (endTags.size < mostRemembered && name.length < 100) endTags.set(tag.slice(2, -1), tag);
  return tag;
}

function resolveReference(reference: string): string | undefined {
  if (!reference.startsWith('#')) return references[reference];
  const hexadecimal = reference.startsWith('#x');
  const code = Number.parseInt(reference.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** White space, '/', '>', '<', or the end of the source. */
function isNameEnd(code: number): boolean {
  return isSpace(code) || code === 47 || code === 62 || code === 60 || Number.isNaN(code);
}

/** Index of the '>' that ends a tag, outside quoted values; -1 when there is none. */
function findTagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 62) return at;
    if (code === 60) return -1;
    if (code === 34 || code === 39) {
      at = source.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at === -1) return -1;
    }
  }
  return -1;
}
