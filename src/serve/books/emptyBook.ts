import type { Filing } from '../../store/filings.ts';

/** A book with nothing filled in but what the filing says. */
export function emptyBook(filing: Filing): Readonly<Record<string, unknown>> {
  return {
    schema: 1,
    department: { code: filing.departmentCode, name: filing.unitName ?? filing.departmentName },
    region: filing.regionName,
    year: filing.year,
    stage: 'budget',
    units: filing.unitName === null ? [] : [{ name: filing.unitName, kind: 'institution' }],
    overview: { duties: '', offices: [] },
    facts: [],
    revenue: [],
    projects: [],
    previous: null,
    reasons: {},
    threePublic: [],
    procurement: { goods: 0, works: 0, services: 0 },
    assets: {
      date: `${filing.year - 1}-12-31`,
      vehicleQuota: 0,
      vehicles: {},
      officeArea: 0,
      generalEquipment: 0,
      specialEquipment: 0,
    },
    purchasedServices: [],
    otherNotes: '',
    glossary: [],
    dates: { approved: null, published: null },
  };
}

/** Where a book speaks of another department or year than its filing. */
export function foreignFields(
  content: Readonly<Record<string, unknown>>,
  filing: Filing,
): readonly { readonly path: string; readonly message: string }[] {
  const problems: { readonly path: string; readonly message: string }[] = [];
  if (content['year'] !== filing.year) {
    problems.push({ path: 'year', message: `这是 ${filing.year} 年的预算，请填写 ${filing.year}` });
  }
  const department = content['department'];
  const name = filing.unitName ?? filing.departmentName;
  const own = typeof department === 'object' && department !== null && 'name' in department;
  if (!own || department.name !== name) {
    problems.push({ path: 'department.name', message: `应为“${name}”` });
  }
  return problems;
}
