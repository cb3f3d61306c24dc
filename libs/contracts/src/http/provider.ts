import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { roleSchema } from '../roles.js';
import { meSchema } from './auth.js';
import { reachSchema } from '../company.js';
import { acknowledgeSchema, invitationCheckSchema } from './notice.js';

/** How people may sign in besides a password, for the screen in front of the product. */
export const waysInSchema = z.object({
  /** The company's identity provider, as people call it; null where there is none. */
  provider: z.object({ label: bilingualSchema }).nullable(),
});

/** Where the browser goes to sign in; a cookie keeps what the answer is checked against. */
export const providerAddressSchema = z.object({ address: z.url() });
export type ProviderAddress = z.infer<typeof providerAddressSchema>;

/** Where the browser goes to sign out at the provider too; null where that is not offered. */
export const providerSignOutSchema = z.object({ address: z.url().nullable() });
export type ProviderSignOut = z.infer<typeof providerSignOutSchema>;

/** What the provider sent back, as the browser got it: everything behind the `?`. */
export const providerAnswerSchema = z.object({ answer: z.string().min(1).max(8000) }).strict();

/** `sign_in`: from the sign-in screen. `again`: to prove who sits there. `link`: to belong to the account that is signed in. */
export const providerPurposeSchema = z.enum(['sign_in', 'again', 'link']);
export type ProviderPurpose = z.infer<typeof providerPurposeSchema>;

export const providerSignInSchema = z.object({ purpose: providerPurposeSchema, me: meSchema });
export type ProviderSignIn = z.infer<typeof providerSignInSchema>;

/** Opens an invited account for the person whom the provider has just named, in place of a password. */
export const openWithProviderSchema = invitationCheckSchema.extend({ notice: acknowledgeSchema }).strict();
export type OpenWithProvider = z.infer<typeof openWithProviderSchema>;

/** OpenID Connect Back-Channel Logout 1.0. */
export const backChannelLogoutSchema = z.object({ logout_token: z.string().min(1).max(16_000) });

/** A group at the provider, and the role that its people are proposed for. */
export const groupRoleSchema = z.object({
  groupRoleId: z.uuid(),
  group: z.string(),
  role: roleSchema,
  reach: reachSchema,
  by: z.object({ personId: z.uuid(), name: bilingualSchema }),
  at: z.iso.datetime(),
});
export type GroupRoleView = z.infer<typeof groupRoleSchema>;

/** What an administrator sees of signing in through the provider: how it is set up, and what its groups mean here. */
export const providerSetupSchema = z.object({
  provider: z
    .object({
      label: bilingualSchema,
      issuer: z.string(),
      clientId: z.string(),
      /** To be entered at the provider. */
      callbackAddress: z.string(),
      logoutAddress: z.string(),
      /** Where the provider says which groups a person is in; null where it is not asked. */
      groupsClaim: z.string().nullable(),
      linkedAccounts: z.number().int(),
    })
    .nullable(),
  groupRoles: z.array(groupRoleSchema),
});
export type ProviderSetup = z.infer<typeof providerSetupSchema>;

export const newGroupRoleSchema = z
  .object({
    group: plainText().trim().min(1).max(200),
    role: roleSchema,
    teamId: z.uuid().nullable(),
    clientId: z.uuid().nullable(),
  })
  .strict()
  .refine(
    ({ teamId, clientId }) => teamId === null || clientId === null,
    inWords('班组和委托方只能选一个', 'a team or a client, not both'),
  );
export type NewGroupRole = z.infer<typeof newGroupRoleSchema>;
