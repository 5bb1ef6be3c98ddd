import type { Book } from '../../model/book.ts';
import { shippedTerms } from '../../model/glossary.ts';

/** A book of which nothing is known but its year and form: the clerk fills in the rest. */
export function emptyBook(year: number, form: string): Book {
  return {
    schema: 1,
    department: { code: '', name: '' },
    region: '',
    year,
    stage: 'budget',
    units: [],
    overview: { duties: '', offices: [] },
    facts: [],
    revenue: [],
    projects: [],
    previous: {
      byClass: {},
      byNature: { basic: 0, project: 0 },
      byFund: {},
      carriedOver: 0,
      operating: 0,
      threePublic: {},
    },
    reasons: {},
    threePublic: [],
    procurement: { goods: 0, works: 0, services: 0 },
    assets: {
      date: `${year - 1}-12-31`,
      vehicleQuota: 0,
      vehicles: {},
      officeArea: 0,
      generalEquipment: 0,
      specialEquipment: 0,
    },
    purchasedServices: [],
    otherNotes: '',
    form,
    glossary: shippedTerms.map((term) => ({ term })),
    dates: { approved: null, published: null },
  };
}
