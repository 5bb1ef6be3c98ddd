import { z } from 'zod';
import { identity, role } from './words.ts';

export const region = z
  .object({
    code: z.string(),
    name: z.string(),
    parent: z.string().nullable(),
    financeSteps: z.number().int(),
  })
  .meta({ id: 'Region' });

export const department = z
  .object({ id: identity, region: z.string(), code: z.string(), name: z.string() })
  .meta({ id: 'Department' });
export const unit = z
  .object({
    id: identity,
    region: z.string(),
    department: identity,
    name: z.string(),
    kind: z.enum(['administrative', 'institution']),
  })
  .meta({ id: 'Unit' });

export const user = z
  .object({
    id: identity,
    login: z.string(),
    name: z.string(),
    disabled: z.boolean(),
    locked: z.boolean(),
    mustChangePassword: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'User' });

export const grant = z
  .object({
    id: identity,
    user: identity,
    role,
    region: z.string().nullable(),
    department: identity.nullable(),
    unit: identity.nullable(),
  })
  .meta({ id: 'Grant' });

export const session = z
  .object({
    user: z.object({ id: identity, login: z.string(), name: z.string() }),
    grants: z.array(grant),
    mustChangePassword: z.boolean(),
    csrf: z.string().nullable().describe('Send it as X-CSRF-Token with every changing request'),
    idleMinutes: z.number().int(),
  })
  .meta({ id: 'Session' });
