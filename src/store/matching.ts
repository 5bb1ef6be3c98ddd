import type { Database } from './store.ts';
import type { Department } from './organisation.ts';

/** Names are written with and without their region: 某某区财政局, 财政局. */
function bare(name: string, region: string): string {
  const text = name.normalize('NFKC').replace(/\s+/g, '');
  return text.startsWith(region) && text.length > region.length ? text.slice(region.length) : text;
}

/**
 * The department of a region that a document speaks of: by name, with or without the region's; then by code,
 * when no name is printed. Null when none or several fit: that is for a person to decide.
 */
export async function matchDepartment(
  db: Database,
  region: string,
  { name, code }: { readonly name: string | null; readonly code: string | null },
): Promise<Department | null> {
  const all = await db
    .selectFrom('departments')
    .innerJoin('regions', 'regions.code', 'departments.region')
    .select(['departments.id', 'departments.region', 'departments.code', 'departments.name'])
    .select('regions.name as region_name')
    .where('departments.region', '=', region)
    .execute();
  const fitting =
    name === null
      ? all.filter((each) => code !== null && each.code === code)
      : all.filter((each) => bare(each.name, each.region_name) === bare(name, each.region_name));
  const [found] = fitting;
  if (found === undefined || fitting.length > 1) return null;
  return { id: found.id, region: found.region, code: found.code, name: found.name };
}
