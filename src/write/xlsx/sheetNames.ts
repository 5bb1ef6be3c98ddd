/** Programs refuse longer names of sheets, and these signs in them. */
const mostCharacters = 31;
const forbidden = /[[\]:*?/\\]/g;

/** Gives out names of sheets: allowed, not empty, and each once whatever the case of its letters. */
export function sheetNamer(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const base = allowed(wanted);
    for (let nth = 1; ; nth++) {
      const ending = nth === 1 ? '' : ` (${nth})`;
      const name = `${cut(base, mostCharacters - ending.length)}${ending}`;
      const key = name.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}

/** Quotation marks at the ends and the word History are reserved too. */
function allowed(wanted: string): string {
  const name = wanted
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  return name === '' || name.toLowerCase() === 'history' ? `表 ${name}`.trim() : name;
}

/** Cut between characters, and no quotation mark at the end. */
function cut(name: string, length: number): string {
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.replace(/[\s']+$/, '');
}
