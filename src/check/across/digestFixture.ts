import type { DigestFigure, DigestProject, DocumentDigest } from '../../model/digest.ts';

/** An amount in 万元 as a test writes it; its facts are `key`, its table the key of `table`. */
export function figure(key: string, text: string, of: Partial<DigestFigure> = {}): DigestFigure {
  return {
    ...{ key, text, unit: '', table: 'expenditure', money: '万元', depth: key.length },
    ...{ fen: Math.round(Number(text) * 1_000_000), unitFen: 10_000 },
    ...{ place: { file: '', table: 3, row: key, column: 'total' }, doubtful: false, internal: false },
    ...of,
  };
}

export function project(name: string, text: string, of: Partial<DigestProject> = {}): DigestProject {
  const fen = Math.round(Number(text) * 1_000_000);
  return {
    ...{ name, key: name, unit: '', text, fen, unitFen: 10_000, carriedOver: false },
    place: { file: '', table: 12, row: name },
    ...of,
  };
}

/** A department's budget of 2026 without any figure; places of figures and projects are put into its file. */
export function digest(name: string, of: Partial<DocumentDigest> = {}): DocumentDigest {
  const file = of.file ?? `${name}-${of.stage ?? 'budget'}.txt`;
  const { figures = [], projects = [], budgetStatements = [] } = of;
  const placed = <T extends { readonly place: DigestFigure['place'] }>(list: readonly T[]): readonly T[] =>
    list.map((each) => ({ ...each, place: { ...each.place, file } }));
  return {
    ...{ name, code: null, region: '安澜县', year: 2026, stage: 'budget', level: 'department' },
    ...{ units: [], unitCount: null, organisation: '', tables: ['expenditure'] },
    names: { tables: [], rows: [], columns: [], sections: [], order: [] },
    ...of,
    ...{ file, figures: placed(figures), projects: placed(projects) },
    budgetStatements: placed(budgetStatements),
  };
}
