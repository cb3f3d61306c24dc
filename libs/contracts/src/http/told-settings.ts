import { z } from 'zod';
import { bilingualSchema, inWords } from '../language.js';
import {
  chatFormatSchema,
  chatReasonSchema,
  digestSchema,
  silentHoursSchema,
  toldChoiceSchema,
} from '../notification-choices.js';
import { plainText } from '../plain-text.js';
import { BAD_WEBHOOK_ADDRESS } from './refusals.js';
import { defineRoutes, del, get, post, put } from './route.js';

const hour = z.number().int().min(0).max(23);

/** One's own chat address. The address itself and its secret are written and never shown. */
export const chatAddressSchema = z.object({
  format: chatFormatSchema,
  host: z.string(),
  /** Messages are signed by a secret. */
  signed: z.boolean(),
  setAt: z.iso.datetime(),
  lastSentAt: z.iso.datetime().nullable(),
  /** Since when it takes nothing; null: it is well, or nothing was sent yet. */
  failingSince: z.iso.datetime().nullable(),
  lastReason: chatReasonSchema.nullable(),
  /** What the chat answered: its own code or an HTTP status. */
  chatCode: z.string().nullable(),
  /** Messages that wait to be tried again. */
  waiting: z.number().int(),
});
export type ChatAddress = z.infer<typeof chatAddressSchema>;

/** How a person is told, and of what they may be told. */
export const toldSettingsSchema = z.object({
  /** By topic. `must`: bell and mail of it cannot be turned off. */
  kinds: z.array(toldChoiceSchema.extend({ must: z.boolean(), topic: bilingualSchema, name: bilingualSchema })),
  quiet: silentHoursSchema.nullable(),
  digest: digestSchema,
  digestHour: hour,
  /** The site's, by which quiet hours and the digest go. */
  timeZone: z.string(),
  /** `set`: this installation sends mail. */
  mail: z.object({ set: z.boolean(), address: z.string().nullable() }),
  /** `hosts`: those that administrators allow. */
  chat: z.object({ hosts: z.array(z.string()), address: chatAddressSchema.nullable() }),
});
export type ToldSettings = z.infer<typeof toldSettingsSchema>;

/** What a person chooses. Kinds that are left out stay as they are. */
export const toldSettingsInputSchema = z
  .object({
    kinds: z.array(toldChoiceSchema).max(100),
    quiet: silentHoursSchema
      .refine(({ from, until }) => from !== until, inWords('开始和结束时间不能相同', 'beginning and end must differ'))
      .nullable(),
    digest: digestSchema,
    digestHour: hour,
  })
  .strict();
export type ToldSettingsInput = z.infer<typeof toldSettingsInputSchema>;

export const chatAddressInputSchema = z
  .object({
    format: chatFormatSchema,
    url: plainText().trim().min(1).max(2000),
    /** With which messages are signed; Feishu and DingTalk alone. */
    secret: plainText().trim().min(1).max(200).nullable().default(null),
  })
  .strict();
export type ChatAddressInput = z.infer<typeof chatAddressInputSchema>;

/** What became of a test message. */
export const chatTestSchema = z.object({ reason: chatReasonSchema.nullable(), chatCode: z.string().nullable() });
export type ChatTest = z.infer<typeof chatTestSchema>;

/** A host, or `*.` and one for every host below it. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/,
    inWords(
      '请填写主机名，例如 open.feishu.cn 或 *.webhook.office.com',
      'a host such as open.feishu.cn or *.webhook.office.com',
    ),
  );

export const chatHostsSchema = z.object({ hosts: z.array(host).max(50) }).strict();
export type ChatHosts = z.infer<typeof chatHostsSchema>;

const CHAT_REFUSALS = ['chat_host_not_allowed', 'chat_secret_unknown', ...BAD_WEBHOOK_ADDRESS] as const;

/** How one is told: by the bell, by mail, in a chat. */
export const toldSettingsRoutes = defineRoutes('toldSettings', 'notifications', {
  read: get('/api/v1/account/notifications', {
    summary: 'Of what one may be told, and how',
    access: { signedIn: true },
    answer: toldSettingsSchema,
  }),
  choose: put('/api/v1/account/notifications', {
    summary: 'Chooses how one is told',
    description: 'What must be told keeps its bell and mail, whatever is sent.',
    access: { signedIn: true },
    body: toldSettingsInputSchema,
    answer: toldSettingsSchema,
  }),
  setChat: put('/api/v1/account/chat-address', {
    summary: 'Names the chat in which one is told',
    description: 'Address and secret are kept encrypted and are in no answer.',
    access: { signedIn: true, stepUp: true },
    body: chatAddressInputSchema,
    answer: toldSettingsSchema,
    refusals: CHAT_REFUSALS,
  }),
  removeChat: del('/api/v1/account/chat-address', {
    summary: 'Removes the chat; what waits for it goes to the bell',
    access: { signedIn: true },
    answer: toldSettingsSchema,
  }),
  testChat: post('/api/v1/account/chat-address/test', {
    summary: 'Sends a test message to one’s chat now, and says what became of it',
    access: { signedIn: true },
    answer: chatTestSchema,
    refusals: ['chat_address_not_set', 'chat_test_too_soon'],
  }),
  hosts: get('/api/v1/chat-hosts', {
    summary: 'Hosts to which people may have messages sent',
    access: { permission: 'webhooks.manage', reach: 'company' },
    answer: chatHostsSchema,
  }),
  allowHosts: put('/api/v1/chat-hosts', {
    summary: 'Says to which hosts people may have messages sent',
    access: { permission: 'webhooks.manage', reach: 'company' },
    body: chatHostsSchema,
    answer: chatHostsSchema,
  }),
});
