import type * as zh from '../zh/open-account.js';
import type { Translated } from '../translated.js';

export const suspension: Translated<typeof zh.suspension> = {
  title: 'Roles that wait to be confirmed',
  tag: 'to be confirmed',
  cause: {
    invited_again: 'Invited again by {{who}}, {{at}}.',
    second_factor_removed: 'Second factor removed by {{who}}, {{at}}.',
    way_in_reset: 'Access restored by {{who}}, {{at}}.',
    opened_first: 'Opened the account on {{at}}; invited by {{who}}.',
  },
  command: 'a command on the server',
  waits: 'Their roles are suspended until a second person confirms who owns the account.',
  waitsFirst:
    'Roles beyond an agent’s wait until a second person has confirmed that it is the person who has the account.',
  notOpened: 'The account is not open yet. It can be confirmed once the person has opened it with the code.',
  another:
    'Another colleague who approves roles has to confirm it, not the person and not the one who invited them or removed their second factor.',
  confirm: 'Confirm that it is them',
  ask: 'Have you asked {{name}} yourself, face to face or by telephone, whether they have opened their account and can sign in? Their roles hold at once. If their code did not work, do not confirm: someone else may have used it.',
  mine: 'These roles wait until a colleague has confirmed that it is you who has this account: {{roles}}. Ask one of them face to face or by telephone: {{names}}.',
  mineUnnamed:
    'These roles wait until a colleague who approves roles has confirmed that it is you who has this account: {{roles}}. Ask face to face or by telephone.',
};

export const openAccount: Translated<typeof zh.openAccount> = {
  title: 'Open your account',
  intro: 'Enter the user name and the code that an administrator gave you.',
  username: 'User name',
  code: 'Code',
  next: 'Next',
  missing: 'Enter user name and code.',
  hello: 'Hello {{name}}',
  read: 'First: read that calls are recorded',
  confirm: 'I have read and understood this notice',
  choose: 'Then: choose a password',
  chooseProvider: 'Second: sign in with your {{label}}, without a password',
  openProvider: 'Open and sign in',
  password: 'New password',
  again: 'The same again',
  hint: 'At least 12 characters, or what the company asks for; no common word, not the company’s or your own name.',
  different: 'The two passwords are not the same.',
  confirmMissing: 'Read the notice, then tick the box.',
  open: 'Open the account',
  done: 'The account is open. Please sign in.',
  toSignIn: 'Sign in',
};
