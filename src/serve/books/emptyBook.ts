import { emptyBook as emptyBookOfForm } from '../../compose/books/emptyBook.ts';
import { words, type BookProblem } from '../../model/bookProblem.ts';
import type { Filing } from '../../store/filings.ts';

/** A book with nothing filled in but what the filing says; the form is the filing's, last year is not known. */
export function emptyBook(filing: Filing): Readonly<Record<string, unknown>> {
  const { year, form, departmentCode: code, departmentName, unitName, regionName: region } = filing;
  const book: Record<string, unknown> = {
    ...emptyBookOfForm(year, form),
    department: { code, name: unitName ?? departmentName },
    region,
    units: unitName === null ? [] : [{ name: unitName, kind: 'institution' }],
    previous: null,
    glossary: [],
  };
  delete book['form'];
  return book;
}

/** Where a book speaks of another department or year than its filing. */
export function foreignFields(
  content: Readonly<Record<string, unknown>>,
  filing: Filing,
): readonly BookProblem[] {
  const problems: BookProblem[] = [];
  const { year } = filing;
  if (content['year'] !== year) {
    const message = words(
      `这是 ${year} 年的预算，请填写 ${year}`,
      `This is the budget of ${year}: put ${year}`,
    );
    problems.push({ path: 'year', message });
  }
  const department = content['department'];
  const name = filing.unitName ?? filing.departmentName;
  const own = typeof department === 'object' && department !== null && 'name' in department;
  if (!own || department.name !== name) {
    problems.push({ path: 'department.name', message: words(`应为“${name}”`, `This must be “${name}”`) });
  }
  return problems;
}
