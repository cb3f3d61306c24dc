import type { Translated } from '../translated.js';
import type * as zh from '../zh/shell.js';

export const shell: Translated<typeof zh.shell> = {
  mainNavigation: 'Main navigation',
  more: 'More',
  moreWithPage: 'More, current page: {{page}}',
  skipToContent: 'Skip to content',
  calls: 'Calls',
  upload: 'Upload',
  processing: 'Processing',
  integrations: 'Webhooks',
  people: 'People',
  roleProposals: 'Approvals',
  company: 'Company',
  telephony: 'Telephony',
  switchLanguage: '中文',
  switchLanguageName: 'Switch to Chinese',
  toDark: 'Switch to dark',
  toLight: 'Switch to light',
  myAccount: 'My account',
  tokens: 'Tokens',
  signOut: 'Sign out',
  keyboard: 'Keyboard shortcuts',
  keyboardOn: 'Shortcuts on',
  keyboardNote: 'Shortcuts rest while you type. Each has a button that does the same.',
  notFound: 'There is no page here.',
  toCalls: 'Back to the calls',
  role: {
    agent: 'Agent',
    supervisor: 'Supervisor',
    quality_analyst: 'Quality analyst',
    quality_manager: 'Quality manager',
    legal_requester: 'Legal requester',
    legal_approver: 'Legal approver',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
};

export const keys: Translated<typeof zh.keys> = {
  list: 'List',
  player: 'Player',
  card: 'Scorecard',
  everywhere: 'Everywhere',
  rowUpDown: 'Previous, next row',
  openCall: 'Open the call',
  playPause: 'Play, pause',
  step5: 'Back, forward 5 s',
  step1: 'Back, forward 1 s',
  evidence: 'Next, previous evidence',
  speed: 'Slower, faster',
  skipHolds: 'Skip holds',
  follow: 'Follow playback',
  find: 'Find in this call',
  itemUpDown: 'Previous, next item',
  playItem: 'Play the selected item’s evidence',
  neighbours: 'Next, previous call',
  back: 'One level back',
  help: 'Show the shortcuts',
};

export const signIn: Translated<typeof zh.signIn> = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  usernameMissing: 'Enter your user name.',
  passwordMissing: 'Enter your password.',
  expired: 'Your session has ended. Please sign in again.',
  intro: 'Call recording and quality. Every score can be heard.',
};

export const failure: Translated<typeof zh.failure> = {
  unreachable: 'The service did not answer (ours). Stored recordings are safe. Please try again shortly.',
  unreadable:
    'The service answered in another version than this page (ours). Reload; if it stays, tell an administrator.',
  unplayable: 'This browser cannot play recordings. Use a current Chrome, Edge, Firefox or Safari.',
  fault: { caller: 'request', ours: 'ours', vendor: 'vendor', storage: 'storage' },
  ref: 'Ref {{ref}}',
  copyRef: 'Copy the reference',
  copied: 'Copied',
  retry: 'Try again',
};
