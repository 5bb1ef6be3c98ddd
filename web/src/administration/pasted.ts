export interface PastedDepartment {
  readonly code: string;
  readonly name: string;
}

export interface Pasted {
  /** Each code once, as it comes first. */
  readonly departments: readonly PastedDepartment[];
  /** Codes that come again with another name. */
  readonly repeated: readonly PastedDepartment[];
  /** Lines that are no department, by their number from 1. */
  readonly wrong: readonly { readonly line: number; readonly text: string }[];
}

/** Codes and names as they are copied from a spreadsheet or a text; a heading is no mistake. */
export function pastedDepartments(text: string): Pasted {
  const departments = new Map<string, PastedDepartment>();
  const repeated: PastedDepartment[] = [];
  const wrong: { line: number; text: string }[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    const plain = line.normalize('NFKC').trim();
    if (plain === '') return;
    const match =
      /^(\d[\d-]{0,19})[\s,;、]+(\S.*)$/.exec(plain) ?? /^(.*\S)[\s,;、]+(\d[\d-]{0,19})$/.exec(plain);
    const [first = '', second = ''] = match?.slice(1) ?? [];
    const [code, name] = /^\d/.test(first) ? [first, second] : [second, first];
    if (match !== null) {
      const department = { code, name: name.replace(/\s+/g, '') };
      const before = departments.get(code);
      if (before === undefined) departments.set(code, department);
      else if (before.name !== department.name) repeated.push(department);
    } else if (i > 0 || /\d/.test(plain)) wrong.push({ line: i + 1, text: plain.slice(0, 40) });
  });
  return { departments: [...departments.values()], repeated, wrong };
}
