import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { meSchema } from './auth.js';
import { defineRoutes, del, get, post } from './route.js';

/** What WebAuthn passes between the browser and the server, as its JSON has it: read by the library on either side, and kept by neither. */
const webAuthnSchema = z.record(z.string(), z.unknown());

export const passkeyOptionsSchema = z.object({ options: webAuthnSchema });

/** What the authenticator answered. */
export const passkeyAnswerSchema = z.object({ credential: webAuthnSchema }).strict();

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

const NOT_TAKEN = ['passkey_refused', 'passkey_challenge_over', 'passkey_copied'] as const;

/** Passkeys (WebAuthn, docs/decisions/0094): a way in without a password, and a proof of who sits there. */
export const passkeysRoutes = defineRoutes('passkeys', 'auth', {
  signInOptions: post('/api/v1/auth/passkey/options', {
    summary: 'Begins signing in with a passkey',
    access: { public: true, guess: true },
    answer: passkeyOptionsSchema,
  }),
  signIn: post('/api/v1/auth/passkey', {
    summary: 'Signs in with a passkey and sets the session’s cookie',
    description: 'The passkey checks its user, so that no second factor is owed.',
    access: { public: true, guess: true },
    body: passkeyAnswerSchema,
    answer: meSchema,
    refusals: [...NOT_TAKEN],
  }),
  proofOptions: post('/api/v1/auth/passkey/proof-options', {
    summary: 'Begins proving the user’s identity with a passkey of the account',
    access: { signedIn: true, whilePending: true },
    answer: passkeyOptionsSchema,
    refusals: ['no_passkey'],
  }),
  prove: post('/api/v1/auth/passkey/step-up', {
    summary: 'Proves the user’s identity again with a passkey, for five minutes',
    access: { signedIn: true, guess: true },
    body: passkeyAnswerSchema,
    refusals: [...NOT_TAKEN],
  }),
  secondFactor: post('/api/v1/auth/passkey/second-factor', {
    summary: 'Completes signing in with a passkey in place of a code',
    description: 'The session gets a new cookie.',
    access: { signedIn: true, whilePending: true, guess: true },
    body: passkeyAnswerSchema,
    answer: meSchema,
    refusals: [...NOT_TAKEN],
  }),
  list: get('/api/v1/account/passkeys', {
    summary: 'The passkeys of one’s own account',
    access: { signedIn: true },
    answer: passkeyListSchema,
  }),
  addOptions: post('/api/v1/account/passkeys/options', {
    summary: 'Begins making a passkey for one’s own account',
    access: { signedIn: true, whilePending: ['second_factor_setup'], stepUp: true },
    answer: passkeyOptionsSchema,
    refusals: ['too_many_passkeys'],
  }),
  add: post('/api/v1/account/passkeys', {
    summary: 'Keeps the passkey that the browser has made',
    access: { signedIn: true, whilePending: ['second_factor_setup'] },
    body: newPasskeySchema,
    answer: madePasskeySchema,
    status: 201,
    refusals: ['passkey_refused', 'passkey_challenge_over', 'too_many_passkeys'],
  }),
  remove: del('/api/v1/account/passkeys/{passkeyId}', {
    summary: 'Removes a passkey of one’s own account',
    access: { signedIn: true, stepUp: true },
    refusals: ['last_way_in', 'second_factor_required'],
  }),
  removeAll: del('/api/v1/accounts/{accountId}/passkeys', {
    summary: 'Removes every passkey of a person’s account',
    description:
      'Where a role needs a second factor and these were the only one, sessions and tokens end, and rights wait for a second person.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: ['own_second_factor', 'role_beyond_reach', 'no_passkey'],
  }),
});
