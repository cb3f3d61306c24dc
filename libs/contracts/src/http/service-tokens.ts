import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { inWords } from '../refusal-words.js';
import { permissionSchema, type Permission } from '../roles.js';
import { newTokenSchema, tokenRowSchema } from './tokens.js';

/**
 * What a service may do: facts, figures and points, as lists, reports and files. Never words, sound, or anything that changes something
 * (decision 115).
 */
export const SERVICE_SCOPES = ['calls.read', 'reports.read', 'calls.export'] as const satisfies readonly Permission[];
const serviceScopeSchema = permissionSchema.extract(SERVICE_SCOPES);
export type ServiceScope = z.infer<typeof serviceScopeSchema>;

const { name, days, teamIds, addresses } = newTokenSchema.shape;

export const newServiceTokenSchema = z
  .object({
    /** Of the service, as the journal will name it. */
    name,
    scopes: z.array(serviceScopeSchema).min(1),
    days,
    /** Only these teams; with neither these nor a client, the whole company. */
    teamIds,
    /** Only the teams that this client has. */
    clientId: z.uuid().nullable().default(null),
    addresses,
  })
  .strict()
  .refine(({ teamIds: teams, clientId }) => teams === null || clientId === null, {
    path: ['clientId'],
    ...inWords('班组和委托方只能选一种', 'name teams or a client, not both'),
  });
export type NewServiceToken = z.infer<typeof newServiceTokenSchema>;

const who = z.object({ personId: z.uuid(), name: bilingualSchema });

export const serviceTokenSchema = tokenRowSchema.omit({ scopes: true, source: true, createdAt: true }).extend({
  scopes: z.array(serviceScopeSchema),
  client: z.object({ clientId: z.uuid(), name: bilingualSchema }).nullable(),
  /** `without_owner`: the person who asked for it has left, and it opens nothing. */
  state: z.enum(['waiting', 'in_force', 'without_owner']),
  /** Who asked for it, and answers for it. */
  owner: who,
  askedAt: z.iso.datetime(),
  confirmedBy: who.nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  /** In a small house one person stood for both. */
  byOnePerson: z.boolean(),
  /** The asker may confirm it now. */
  mayConfirm: z.boolean(),
});
export type ServiceTokenView = z.infer<typeof serviceTokenSchema>;

export const serviceTokenListSchema = z.object({
  items: z.array(serviceTokenSchema),
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })),
  clients: z.array(z.object({ clientId: z.uuid(), name: bilingualSchema })),
});
export type ServiceTokenList = z.infer<typeof serviceTokenListSchema>;
