import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { NOT_PROVED } from './refusals.js';
import { defineRoutes, del, get, post } from './route.js';

/** Six digits of an authenticator, or one of the recovery codes, however the person groups it. */
export const secondFactorCodeSchema = plainText().trim().min(6).max(40);

export const secondFactorRequestSchema = z.object({ code: secondFactorCodeSchema }).strict();

/** Proves the user's identity again: by a code where the account has a second factor, else by the password. */
export const stepUpRequestSchema = z
  .object({ password: plainText().min(1).max(256).optional(), code: secondFactorCodeSchema.optional() })
  .strict();
export type StepUpRequest = z.infer<typeof stepUpRequestSchema>;

/** How the account is secured; who it is, `me` says. */
export const accountSecuritySchema = z.object({
  /** Since when signing in takes a code; null while it does not. */
  secondFactorSince: z.iso.datetime().nullable(),
  recoveryCodesLeft: z.number().int(),
  /** Is there one? An account that was opened through the company's identity provider has none. */
  hasPassword: z.boolean(),
  passwordChangedAt: z.iso.datetime().nullable(),
  /** Since when the account belongs to a person at the company's identity provider; null where it belongs to none. */
  providerSince: z.iso.datetime().nullable(),
  /** Where the person is told by mail; null: on screen only. */
  mail: z
    .object({
      address: z.string(),
      /** null: it was changed, and the person has not proved that it is theirs. */
      provedAt: z.iso.datetime().nullable(),
      /** Is a mail server set, by which a code could be sent? */
      canSend: z.boolean(),
    })
    .nullable(),
});
export type AccountSecurity = z.infer<typeof accountSecuritySchema>;

/** The code that was sent to the new address. */
export const mailProofSchema = z.object({ code: plainText().trim().min(6).max(40) }).strict();

export const passwordChangeSchema = z
  .object({ current: plainText().min(1).max(256), next: plainText().min(1).max(1024) })
  .strict();
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** What `POST account/second-factor` gives once: the secret in base32, and the address that a QR code carries to the authenticator. */
export const enrolmentSchema = z.object({ secret: z.string(), uri: z.string() });
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** Shown once; only their hashes are kept. Each lets in once in place of the authenticator. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** The password where the account has one. */
export const disableSecondFactorSchema = z
  .object({ password: plainText().min(1).max(256).optional(), code: secondFactorCodeSchema })
  .strict();
export type DisableSecondFactor = z.infer<typeof disableSecondFactorSchema>;

export const browserNameSchema = z.enum(['edge', 'chrome', 'firefox', 'safari', 'other']);
export type BrowserName = z.infer<typeof browserNameSchema>;
export const systemNameSchema = z.enum(['windows', 'macos', 'linux', 'android', 'ios', 'other']);
export type SystemName = z.infer<typeof systemNameSchema>;

export const sessionRowSchema = z.object({
  sessionId: z.uuid(),
  /** The one that asks. */
  current: z.boolean(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Without its last part, as it is stored: `192.0.2.…`. */
  address: z.string().nullable(),
  browser: browserNameSchema.nullable(),
  system: systemNameSchema.nullable(),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;

export const sessionListSchema = z.object({ items: z.array(sessionRowSchema) });

export const endedSessionsSchema = z.object({ ended: z.number().int() });

/** What everyone may see of and do with their own account. */
export const accountRoutes = defineRoutes('account', 'account', {
  security: get('/api/v1/account', {
    summary: 'How the account is secured',
    access: { signedIn: true },
    answer: accountSecuritySchema,
  }),
  changePassword: post('/api/v1/account/password', {
    summary: 'Changes the password',
    description: 'Every other session of the account ends.',
    access: { signedIn: true, whilePending: ['password_change'], guess: true },
    body: passwordChangeSchema,
    refusals: ['password_refused', ...NOT_PROVED],
  }),
  sendMailCode: post('/api/v1/account/mail/code', {
    summary: 'Sends a code to the person’s new mail address',
    access: { signedIn: true },
    refusals: ['address_proved', 'code_sent_already', 'mail_is_off', 'mail_not_taken', 'no_address'],
  }),
  proveMail: post('/api/v1/account/mail/proof', {
    summary: 'Proves with the code that the mail address is the person’s own',
    access: { signedIn: true },
    body: mailProofSchema,
    refusals: ['address_code_wrong'],
  }),
  sessions: get('/api/v1/account/sessions', {
    summary: 'Where the account is signed in',
    access: { signedIn: true },
    answer: sessionListSchema,
  }),
  endOthers: del('/api/v1/account/sessions', {
    summary: 'Signs the account out everywhere but here',
    access: { signedIn: true },
    answer: endedSessionsSchema,
  }),
  endOne: del('/api/v1/account/sessions/{sessionId}', {
    summary: 'Signs the account out in one place',
    access: { signedIn: true },
  }),
});
