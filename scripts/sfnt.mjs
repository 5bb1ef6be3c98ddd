// The little of the OpenType container that cutting fonts needs: which characters a face has, and its name.
import { Buffer } from 'node:buffer';

/** The tables of a face by tag. */
function tablesOf(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    return { tag, bytes: font.subarray(offset, offset + view.getUint32(at + 12)) };
  });
}

/** The code points that a face has glyphs for, ascending, from its cmap of format 12 (whole Unicode). */
export function codePointsOf(font) {
  const { bytes } = tablesOf(font).find(({ tag }) => tag === 'cmap');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const at = view.getUint32(4 + 8 * i + 4);
    if (view.getUint16(at) === 12) return groupsOf(view, at);
  }
  throw new Error('the face has no cmap of format 12');
}

function groupsOf(view, at) {
  const points = [];
  for (let i = 0; i < view.getUint32(at + 12); i += 1) {
    const group = at + 16 + 12 * i;
    const [first, last] = [view.getUint32(group), view.getUint32(group + 4)];
    for (let point = first; point <= last; point += 1) points.push(point);
  }
  return points;
}

/** The face under another family, so that no font of the same name on a user's machine takes its place. */
export function renamed(font, family, style) {
  const names = { 1: family, 2: style, 4: `${family} ${style}`, 6: `${family} ${style}`.replaceAll(' ', '') };
  const tables = tablesOf(font).map((table) =>
    table.tag === 'name' ? { ...table, bytes: nameTable(names, table.bytes) } : table,
  );
  return container(font.subarray(0, 4), tables);
}

/** Copyright, trademark and licence stay as they are. */
const kept = new Set([0, 7, 13, 14]);

function nameTable(names, old) {
  const records = [
    ...keptNames(old),
    ...Object.entries(names).map(([id, text]) => [Number(id), utf16(text)]),
  ];
  records.sort(([a], [b]) => a - b);
  const strings = Buffer.concat(records.map(([, bytes]) => bytes));
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(([id, bytes], i) => {
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, n) =>
      head.writeUInt16BE(value, 6 + 12 * i + 2 * n),
    );
    offset += bytes.length;
  });
  return Buffer.concat([head, strings]);
}

function keptNames(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings = view.getUint16(4);
  return Array.from({ length: view.getUint16(2) }, (_, i) => {
    const field = (n) => view.getUint16(6 + 12 * i + 2 * n);
    const start = strings + field(5);
    const isEnglish = field(0) === 3 && field(2) === 0x409 && kept.has(field(3));
    return isEnglish ? [[field(3), Buffer.from(bytes.subarray(start, start + field(4)))]] : [];
  }).flat();
}

function utf16(text) {
  return Buffer.from(text, 'utf16le').swap16();
}

function container(version, tables) {
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.set(version, 0);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((value, i) =>
    head.writeUInt16BE(value, 4 + 2 * i),
  );
  let offset = head.length;
  const bodies = tables.map(({ tag, bytes }, i) => {
    const at = 12 + 16 * i;
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum(padded), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
