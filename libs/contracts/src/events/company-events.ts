import { z } from 'zod';
import { profilePartSchema } from '../company.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of people, roles, teams, clients, the calendar and the notice of the company. */
export const companyEventSchemas = {
  'person.created': z.object({ personId: id, teamId: id }),
  'person.changed': z.object({ personId: id, parts: z.array(z.enum(['name', 'team', 'email'])) }),
  'person.left': z.object({ personId: id }),
  'person.returned': z.object({ personId: id }),
  'staff.imported': z.object({
    sha256,
    created: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    accounts: z.number().int(),
    proposals: z.number().int(),
  }),
  'staff.exported': z.object({ rows: z.number().int() }),
  'role.proposed': z.object({
    proposalId: id,
    accountId: id,
    role: z.string(),
    teamId: id.nullable(),
    clientId: id.nullable(),
  }),
  'role.proposal_refused': z.object({ proposalId: id, accountId: id, role: z.string() }),
  'role.proposal_withdrawn': z.object({ proposalId: id, accountId: id, role: z.string() }),
  'role.granted': z.object({
    accountId: id,
    role: z.string(),
    teamId: id.nullable(),
    clientId: id.nullable(),
    approvedBy: id.nullable(),
  }),
  'role.removed': z.object({ accountId: id, role: z.string(), teamId: id.nullable(), clientId: id.nullable() }),
  'company.profile_changed': z.object({ version: z.number().int(), parts: z.array(profilePartSchema), sha256 }),
  'calendar.imported': z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    sha256,
    added: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
  }),
  'client.created': z.object({ clientId: id }),
  'client.renamed': z.object({ clientId: id }),
  'client.closed': z.object({ clientId: id }),
  'team.created': z.object({ teamId: id, clientId: id }),
  'team.renamed': z.object({ teamId: id }),
  'team.moved': z.object({ teamId: id, from: id, to: id }),
  'team.closed': z.object({ teamId: id }),
  'extension.assigned': z.object({ assignmentId: id, personId: id }),
  'extension.released': z.object({ assignmentId: id, personId: id }),
  'extension_map.imported': z.object({ sha256, added: z.number().int(), ended: z.number().int() }),
  'notice.published': z.object({ version: z.number().int() }),
  'notice.acknowledged': z.object({ version: z.number().int(), language: z.string() }),
} as const;
