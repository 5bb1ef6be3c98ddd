/** Words for an address: without signs that mean something in addresses or file names; at most 48 characters. */
export function slugWords(words: string): string {
  const plain = words.normalize('NFC').replace(/[\s\\/:*?"<>|#%&@.~\p{C}]+/gu, '');
  return Array.from(plain).slice(0, 48).join('') || '_';
}
