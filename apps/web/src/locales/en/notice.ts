import type * as zh from '../zh/notice.js';
import type { Translated } from '../translated.js';

export const noticeScreen: Translated<typeof zh.noticeScreen> = {
  title: 'Calls are recorded',
  intro: 'Please read this first. Your account can be used once you have acknowledged it.',
  version: 'Version {{version}}, {{at}}',
  acknowledge: 'I have read and understood this',
  signOut: 'Sign out',
  state_one: '{{acknowledged}} of {{count}} person with an open account has acknowledged this version.',
  state_other: '{{acknowledged}} of {{count}} people with an open account have acknowledged this version.',
  publishHint:
    'After a new version, everyone must read and acknowledge it before continuing. Old versions and acknowledgements are kept.',
  listeningIn: 'This notice also says that calls may be listened in on live',
  listeningInHint:
    'The following is added below the text: “{{said}}” Only calls of agents who have acknowledged this version can be listened in on.',
  zh: 'Chinese text',
  en: 'English text',
  publish: 'Publish a new version',
  publishAsk: 'Everyone, including you, has to acknowledge it again. Publish now?',
  tooShort: 'At least 20 characters in each language.',
  unchanged: 'Nothing has been changed.',
};
