import { z } from 'zod';
import { languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';

/** The notice to staff that calls are recorded, as it is in force. */
export const noticeSchema = z.object({
  version: z.number().int(),
  zh: z.string(),
  en: z.string(),
  publishedAt: z.iso.datetime(),
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
export const newNoticeSchema = z.object({ basedOn: z.number().int().positive(), zh: words, en: words }).strict();
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
