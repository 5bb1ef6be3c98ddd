/** Roles in the work on a budget, in the order of the work. */
export const workRoles = [
  'preparer',
  'unitHead',
  'departmentReviewer',
  'financeReviewer',
  'approver',
  'publisher',
] as const;
/** The three administrators exclude each other and take no part in the work (等级保护 2.0). */
export const administratorRoles = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;
export const roles = [...workRoles, ...administratorRoles] as const;

export type WorkRole = (typeof workRoles)[number];
export type AdministratorRole = (typeof administratorRoles)[number];
export type Role = (typeof roles)[number];

/** A role and where it holds; null: in all of the region, in all of the department. */
export interface Grant {
  readonly role: Role;
  readonly region: string | null;
  readonly department: string | null;
  readonly unit: string | null;
}

/** What a grant is held against. */
export interface Holding {
  readonly region: string;
  readonly department: string;
  readonly unit: string | null;
}

export function isAdministrator(role: Role): role is AdministratorRole {
  return administratorRoles.some((each) => each === role);
}

/** A region's grant holds for all its departments, a department's for its units, a unit's for that unit alone. */
export function holdsFor(grant: Grant, { region, department, unit }: Holding): boolean {
  return (
    grant.region === region &&
    (grant.department === null || grant.department === department) &&
    (grant.unit === null || grant.unit === unit)
  );
}

/** Does one of the grants give one of the roles there? */
export function hasRole(grants: readonly Grant[], wanted: readonly Role[], at: Holding): boolean {
  return grants.some((grant) => wanted.includes(grant.role) && holdsFor(grant, at));
}
