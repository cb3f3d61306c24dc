import { z } from 'zod';
import { languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';

/** What staff read and acknowledge before a call of theirs may be listened in on. */
export const LISTENING_IN_NOTICE = {
  zh: '通话进行中也可能被旁听：只有法务授权的人员可以旁听，每次旁听都会记录，事后您可以在该通话的页面上看到是谁、在什么时候旁听。',
  en: 'Calls may also be listened in on as they happen: by people whom legal has granted it, each time written down, and afterwards you see on the call’s page who did so and when.',
} as const;

/** The notice to staff that calls are recorded, as it is in force. */
export const noticeSchema = z.object({
  version: z.number().int(),
  zh: z.string(),
  en: z.string(),
  publishedAt: z.iso.datetime(),
  /** It says besides what `LISTENING_IN_NOTICE` says: calls of those who acknowledged it may be listened in on. */
  listeningIn: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const noticeStateSchema = noticeSchema.extend({
  /** People with an open account, and how many of them have read this version. */
  people: z.number().int(),
  acknowledged: z.number().int(),
});
export type NoticeState = z.infer<typeof noticeStateSchema>;

export const acknowledgeSchema = z.object({ version: z.number().int().positive(), language: languageSchema }).strict();
export type Acknowledge = z.infer<typeof acknowledgeSchema>;

const words = plainText().trim().min(20).max(8000);
export const newNoticeSchema = z
  .object({ basedOn: z.number().int().positive(), zh: words, en: words, listeningIn: z.boolean().default(false) })
  .strict();
export type NewNotice = z.infer<typeof newNoticeSchema>;

const invitationCode = plainText().trim().min(1).max(40);
const username = plainText().trim().min(1).max(80);

/** First step of opening an account: whose is it, and what is to be read? */
export const invitationCheckSchema = z.object({ username, code: invitationCode }).strict();
export type InvitationCheck = z.infer<typeof invitationCheckSchema>;
export const invitationViewSchema = z.object({
  username: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  language: languageSchema,
  expiresAt: z.iso.datetime(),
  notice: noticeSchema,
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

/** Second step: the password, and that the notice was read. */
export const openAccountSchema = z
  .object({ username, code: invitationCode, password: plainText().min(1).max(256), notice: acknowledgeSchema })
  .strict();
export type OpenAccount = z.infer<typeof openAccountSchema>;
