import { defineRoutes, del, get, post, put } from './route.js';
import { BAD_WEBHOOK_ADDRESS } from './refusals.js';
import {
  chatAddressInputSchema,
  chatHostsSchema,
  chatTestSchema,
  toldSettingsInputSchema,
  toldSettingsSchema,
} from './told-settings.js';

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
