import type { DigestProject, DocumentDigest } from '../../model/digest.ts';
import type { Culprit } from '../../model/finding.ts';
import type { Observation } from '../rule.ts';
import { nothing, type AcrossResult } from './found.ts';
import type { Group } from './groups.ts';

const rule = 'acrossDocuments.sameProject';

interface Own {
  readonly unit: DocumentDigest;
  readonly project: DigestProject;
}

/** A project stands in one unit only, in the department's table too, and with the same amount in both. */
export function unitProjects({ department, units, complete }: Group): AcrossResult {
  const all = units.flatMap((unit) => unit.projects.map((project): Own => ({ unit, project })));
  const prints = department.projects.length > 0;
  if (all.length === 0 || !prints) {
    return { ...nothing, counts: [{ file: department.file, rule, pass: 0, fail: 0, notApplicable: 1 }] };
  }
  const absent = all.filter(({ project }) => !isPrinted(project, department));
  const unowned = complete ? department.projects.filter((project) => !all.some(isOf(project))) : [];
  const renamed = absent.flatMap((own) => renamedFrom(own, unowned, absent));
  const known = new Set(renamed.flatMap(({ own, project }) => [own.project, project]));
  const observations = [
    ...twice(all),
    ...renamed.map(({ own, project }) => otherName(own, project)),
    ...absent.filter(({ project }) => !known.has(project)).map((own) => notInDepartment(own, department)),
    ...unowned.filter((project) => !known.has(project)).map((project) => inNoUnit(project, department)),
    ...department.projects.flatMap((project) => otherAmount(project, all.filter(isOf(project)), department)),
  ];
  const pass = Math.max(0, all.length - observations.length);
  return {
    observations,
    counts: [{ file: department.file, rule, pass, fail: observations.length, notApplicable: 0 }],
  };
}

interface Renamed {
  readonly own: Own;
  readonly project: DigestProject;
}

/** The only project without a partner of that amount on either side bears another name there. */
function renamedFrom(
  own: Own,
  unowned: readonly DigestProject[],
  absent: readonly Own[],
): readonly Renamed[] {
  const { fen } = own.project;
  const same = unowned.filter((project) => project.fen === fen);
  const [project] = same;
  const isOne = same.length === 1 && absent.filter((other) => other.project.fen === fen).length === 1;
  return fen === null || fen === 0 || project === undefined || !isOne ? [] : [{ own, project }];
}

function otherName({ project, unit }: Own, printed: DigestProject): Observation {
  const params = { name: printed.name, amount: project.text, unit: unit.name ?? '', other: project.name };
  const culprits = [named(printed), named(project)];
  return { rule, severity: 'warning', variant: 'renamed', params, culprits };
}

function isOf({ key, carriedOver }: DigestProject): (own: Own) => boolean {
  return ({ project }) => project.key === key && project.carriedOver === carriedOver;
}

function isPrinted({ key }: DigestProject, { projects }: DocumentDigest): boolean {
  return projects.some((project) => project.key === key);
}

/** The same name and amount in two units' documents: one of them counts it wrongly. */
function twice(all: readonly Own[]): readonly Observation[] {
  const told = new Set<string>();
  return all.flatMap((first) => {
    const { project, unit } = first;
    const other = all.find(
      (own) =>
        own.unit !== unit &&
        own.project.key === project.key &&
        own.project.carriedOver === project.carriedOver &&
        own.project.fen === project.fen,
    );
    if (other === undefined || project.fen === null || told.has(project.key)) return [];
    told.add(project.key);
    const params = {
      name: project.name,
      amount: project.text,
      unit: unit.name ?? '',
      other: other.unit.name ?? '',
    };
    const evidence = [
      { role: 'text', text: other.project.name, fen: null, place: other.project.place } as const,
    ];
    return [{ rule, severity: 'warning', variant: 'twice', params, culprits: [named(project)], evidence }];
  });
}

function notInDepartment({ project, unit }: Own, department: DocumentDigest): Observation {
  const params = {
    name: project.name,
    amount: project.text,
    unit: unit.name ?? '',
    department: department.name ?? '',
  };
  return { rule, severity: 'warning', variant: 'missing', params, culprits: [named(project)] };
}

function inNoUnit(project: DigestProject, department: DocumentDigest): Observation {
  const params = { name: project.name, amount: project.text, department: department.name ?? '' };
  return { rule, severity: 'warning', variant: 'noUnit', params, culprits: [named(project)] };
}

/** Only where one unit has it and the department prints it once: else it may be shared. */
function otherAmount(
  project: DigestProject,
  own: readonly Own[],
  department: DocumentDigest,
): readonly Observation[] {
  const [only] = own;
  const printed = department.projects.filter((other) => isOf(other)({ project, unit: department }));
  if (only === undefined || own.length > 1 || printed.length > 1) return [];
  if (project.fen === null || only.project.fen === null) return [];
  const theirs = only.project;
  if (2 * Math.abs(project.fen - only.project.fen) <= project.unitFen + theirs.unitFen) return [];
  const params = { name: project.name, own: project.text, theirs: theirs.text, unit: only.unit.name ?? '' };
  const culprits = [valued(project, theirs), valued(theirs, project)];
  return [{ rule, severity: 'error', variant: 'amount', params, culprits }];
}

function named({ name, place }: DigestProject): Culprit {
  return { reported: { text: name, fen: null }, expected: null, support: 0, slip: null, place };
}

function valued(project: DigestProject, other: DigestProject): Culprit {
  const reported = { text: project.text, fen: project.fen };
  return {
    reported,
    expected: { text: other.text, fen: other.fen },
    support: 1,
    slip: null,
    place: project.place,
  };
}
