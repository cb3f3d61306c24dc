import { z } from 'zod';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { permissionSchema, roleSchema } from '../roles.js';

export const loginRequestSchema = z
  .object({ username: plainText().trim().min(1).max(80), password: plainText().min(1).max(256) })
  .strict();
export type LoginRequest = z.infer<typeof loginRequestSchema>;

export const meSchema = z.object({
  accountId: z.uuid(),
  personId: z.uuid(),
  username: z.string(),
  name: bilingualSchema,
  staffNumber: z.string(),
  language: languageSchema,
  roles: z.array(roleSchema),
  permissions: z.array(permissionSchema),
  /** IANA zone of the site; every time on the screen is shown in it. */
  timeZone: z.string(),
});
export type Me = z.infer<typeof meSchema>;
