import { z } from 'zod';
import { regionSchema } from '../company.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';

export const uploadFormQuerySchema = z
  .object({
    /** Part of a name or of a staff number; empty: the first of all. */
    q: plainText().trim().max(80).default(''),
  })
  .strict();

/** A person for whom the asker may send calls in. */
export const possibleAgentSchema = z.object({ staffNumber: z.string(), name: bilingualSchema, team: bilingualSchema });
export type PossibleAgent = z.infer<typeof possibleAgentSchema>;

/** What a person who uploads starts from: what the company profile says, null where it says nothing, and whose calls they may be. */
export const uploadFormSchema = z.object({
  region: regionSchema.nullable(),
  language: languageSchema.nullable(),
  timeZone: z.string(),
  agents: z.array(possibleAgentSchema),
});
export type UploadForm = z.infer<typeof uploadFormSchema>;
