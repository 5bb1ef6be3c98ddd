import type { DepartmentYear, PortalSource } from './source.ts';

/** The version that this one corrects: the newest before it that is public; null for the first. */
export async function replacedVersion(
  source: PortalSource,
  summary: DepartmentYear,
): Promise<DepartmentYear | null> {
  const { version } = summary;
  if (version === 1) return null;
  return (await source.versions(summary)).find((each) => each.version < version) ?? null;
}
