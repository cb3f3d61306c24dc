import { z } from 'zod';

/** Ways on which a person is told. */
export const TOLD_WAYS = ['bell', 'mail', 'chat'] as const;
export type ToldWay = (typeof TOLD_WAYS)[number];

/** Chats whose form of message the product speaks. Lark is Feishu under another host. */
export const chatFormatSchema = z.enum(['feishu', 'wecom', 'dingtalk', 'slack', 'teams']);
export type ChatFormat = z.infer<typeof chatFormatSchema>;

/** Chats that check a signature by a secret. */
export const SIGNED_CHATS: readonly ChatFormat[] = ['feishu', 'dingtalk'];

/** Hosts that the makers of these chats document; an administrator still has to allow them. */
export const CHAT_HOSTS_OF: Record<ChatFormat, readonly string[]> = {
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com'],
  slack: ['hooks.slack.com'],
  teams: ['*.webhook.office.com', '*.logic.azure.com', '*.api.powerplatform.com'],
};

/**
 * Why a message was not taken. `refused`: the chat answered that it does not take it, `chatCode` is what it said; `host_not_allowed`: an
 * administrator took the host off the list; `address_refused`: its name stands for an address inside the house; `gone`: there is no address.
 */
export const chatReasonSchema = z.enum([
  'unreachable',
  'not_encrypted',
  'refused',
  'try_later',
  'host_not_allowed',
  'address_refused',
  'gone',
]);
export type ChatReason = z.infer<typeof chatReasonSchema>;

/** At once, or once a day together, at `digestHour` of the site's clock. */
export const digestSchema = z.enum(['at_once', 'daily']);
export type Digest = z.infer<typeof digestSchema>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Hours of the site's clock in which mail and chat are silent; the end may be on the next day. */
export const silentHoursSchema = z.object({ from: clockTime, until: clockTime }).strict();
export type SilentHours = z.infer<typeof silentHoursSchema>;

/** On which ways a person wants to be told of a kind, by its name in the table of notifications. */
export const toldChoiceSchema = z
  .object({ kind: z.string().max(60), bell: z.boolean(), mail: z.boolean(), chat: z.boolean() })
  .strict();
export type ToldChoice = z.infer<typeof toldChoiceSchema>;

/** What holds until a person chooses: everything, on every way that they have. */
export const DEFAULT_WAYS: Record<ToldWay, boolean> = { bell: true, mail: true, chat: true };
export const DEFAULT_DIGEST_HOUR = 8;
