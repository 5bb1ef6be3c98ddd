import type { Store } from '../store/store.ts';
import { administratorRoles, type AdministratorRole } from '../store/roles.ts';
import { addGrant, createUser, listUsers } from '../store/users.ts';
import { hashPassword, initialPassword } from './security/passwords.ts';

export interface FirstAccount {
  readonly login: string;
  readonly password: string;
}

const first: Readonly<Record<AdministratorRole, { readonly login: string; readonly name: string }>> = {
  systemAdministrator: { login: 'system', name: '系统管理员' },
  securityAdministrator: { login: 'security', name: '安全管理员' },
  auditAdministrator: { login: 'audit', name: '审计管理员' },
};

/**
 * In a store without any user the three administrators are made, each with a password of its own to begin
 * with, which must be changed at the first login. Empty when there are users.
 */
export async function firstAccounts({ db }: Store): Promise<readonly FirstAccount[]> {
  if ((await listUsers(db, { after: null, limit: 1 })).items.length > 0) return [];
  const accounts: FirstAccount[] = [];
  for (const role of administratorRoles) {
    const { login, name } = first[role];
    const password = initialPassword();
    const passwordHash = await hashPassword(password);
    // Another process that starts at the same moment may be faster.
    const user = await createUser(db, { login, name, passwordHash, mustChangePassword: true }, null);
    if (user === null) continue;
    await addGrant(db, user.id, { role, region: null, department: null, unit: null }, null);
    accounts.push({ login, password });
  }
  return accounts;
}
