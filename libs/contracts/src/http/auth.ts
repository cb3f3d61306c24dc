import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { pendingStepSchema, permissionSchema, roleSchema } from '../roles.js';

export const loginRequestSchema = z
  .object({ username: plainText().trim().min(1).max(80), password: plainText().min(1).max(256) })
  .strict();
export type LoginRequest = z.infer<typeof loginRequestSchema>;

/** What may be asked of the person to prove again who they are. `provider`: signing in again at the company's identity provider. */
export const proofKindSchema = z.enum(['code', 'password', 'passkey', 'provider']);
export type ProofKind = z.infer<typeof proofKindSchema>;

/** In which a page says whose it is: its requests are refused once the browser has another account's session. Tools with a token need none. */
export const ACCOUNT_HEADER = 'shouwen-account';

export const meSchema = z.object({
  accountId: z.uuid(),
  personId: z.uuid(),
  username: z.string(),
  name: bilingualSchema,
  staffNumber: z.string(),
  language: languageSchema,
  roles: z.array(roleSchema),
  permissions: z.array(permissionSchema),
  /** Names of modules that are off here: their screens are not there. */
  modulesOff: z.array(z.string()),
  /** IANA zone of the site; every time on the screen is shown in it. */
  timeZone: z.string(),
  /** While it is not null, every route but those of the step itself, of signing out and of `me` is refused. */
  pending: pendingStepSchema.nullable(),
  /** When a session that owes its second factor ends, unless more time is asked for. */
  pendingUntil: z.iso.datetime().nullable(),
  /** Does the account sign in with a second factor? Then a step-up asks for a code, else for the password. */
  secondFactor: z.boolean(),
  /** A role of theirs needs a second factor and this session has none: from then on a sign-in leads to setting it up. */
  secondFactorDue: z.iso.datetime().nullable(),
  /** Each of these is enough for a step-up. */
  proofs: z.array(proofKindSchema),
  /** The session acts for a person who is away: `permissions` are those of that place. `over`: it may do nothing until it goes on as itself. */
  acting: z
    .object({ absenceId: z.uuid(), name: bilingualSchema, endsAt: z.iso.datetime(), over: z.boolean() })
    .nullable(),
  /** Do rights of the person wait until a second person has confirmed who has the account? */
  suspended: z.boolean(),
  /** Those rights, and some of the colleagues who may confirm them; null where none wait. */
  waiting: z.object({ roles: z.array(roleSchema), confirmers: z.array(bilingualSchema) }).nullable(),
  /** Is a small house in force, in which one person may decide twice, a day apart? */
  smallHouse: z.boolean(),
  /** The session was left alone for the company's idle time: it only looks on at lists (`whileIdle`), and everything else asks for signing in. */
  idle: z.boolean(),
  /** After so many minutes without use a page locks. */
  idleMinutes: z.number().int(),
  /** By which a browser seals what this account typed and did not send, base64; null while something is owed, and for an idle session. */
  typedKey: z.base64().nullable(),
  /** Does a page that shows a list without a word of a call go on showing it then? */
  listsStay: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;
