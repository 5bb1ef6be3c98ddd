import type { Disclosure, DisclosureTable } from '../../../model/disclosure.ts';
import { fold, withoutNumbering } from '../../../model/fold.ts';
import type { Form } from '../../../model/form.ts';
import { shippedForms } from '../../../model/forms.ts';
import type { Place } from '../../../model/place.ts';

/** The form that the disclosure was recognised by; null when it fits none. */
export function formOf({ form }: Disclosure): Form | null {
  return shippedForms.find(({ id }) => id === form) ?? null;
}

/** Where a table's title stands. */
export function tablePlace(table: DisclosureTable): Place {
  return { ...table.place, table: table.number };
}

/** A place for what stands nowhere. */
export function documentPlace({ file }: Disclosure): Place {
  return { file };
}

const tableLabel =
  /^(?:(?:[\u4e00-\u9fff]{0,6}公开)?(?:附)?(?:附件|表|附)(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:-\d{1,2})?)|(?:部门|单位)?(?:预算|决算|财决|财预|公开){1,3}\d{1,2}(?:-\d{1,2})?表)[:.、]?/;

/** A title for comparison: folded, without its number, its table label and closing marks. */
export function titleKey(title: string): string {
  const words = fold(title).replace(tableLabel, '');
  return withoutNumbering(words)
    .replace(/^[:、]+/, '')
    .replace(/^\d{1,2}[.、](?=20\d\d年)/, '')
    .replace(/[:.。]+$/, '');
}
