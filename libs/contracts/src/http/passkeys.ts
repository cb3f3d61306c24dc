import { z } from 'zod';
import { plainText } from '../plain-text.js';

/** What WebAuthn passes between the browser and the server, as its JSON has it: read by the library on either side, and kept by neither. */
const webAuthnSchema = z.record(z.string(), z.unknown());

export const passkeyOptionsSchema = z.object({ options: webAuthnSchema });
export type PasskeyOptions = z.infer<typeof passkeyOptionsSchema>;

/** What the authenticator answered. */
export const passkeyAnswerSchema = z.object({ credential: webAuthnSchema }).strict();
export type PasskeyAnswer = z.infer<typeof passkeyAnswerSchema>;

export const newPasskeySchema = z
  .object({ name: plainText().trim().min(1).max(60), credential: webAuthnSchema })
  .strict();
export type NewPasskey = z.infer<typeof newPasskeySchema>;

export const madePasskeySchema = z.object({ passkeyId: z.uuid() });

export const passkeyRowSchema = z.object({
  passkeyId: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  /** Kept by a service that carries it to the person's other devices. */
  synced: z.boolean(),
});
export type PasskeyRow = z.infer<typeof passkeyRowSchema>;
export const passkeyListSchema = z.object({ items: z.array(passkeyRowSchema) });
export type PasskeyList = z.infer<typeof passkeyListSchema>;
