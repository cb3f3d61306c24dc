import type * as zh from '../zh/open-account.js';
import type { Translated } from '../translated.js';

export const suspension: Translated<typeof zh.suspension> = {
  title: 'Roles waiting for confirmation',
  tag: 'to be confirmed',
  cause: {
    invited_again: 'Invited again by {{who}}, {{at}}.',
    second_factor_removed: 'Second factor removed by {{who}}, {{at}}.',
    way_in_reset: 'Sign-in reset by {{who}}, {{at}}.',
    opened_first: 'Opened the account on {{at}}; invited by {{who}}.',
  },
  command: 'a command on the server',
  waits: 'Their roles are suspended until a second person confirms that the account is in the right person’s hands.',
  waitsFirst:
    'Roles other than agent are suspended until a second person confirms that the account is in the right person’s hands.',
  notOpened: 'The account is not open yet. It can be confirmed once the person has opened it with the code.',
  another:
    'Another colleague who approves roles has to confirm it. It cannot be the person themselves, or the one who invited them or removed their second factor.',
  confirm: 'Confirm identity',
  ask: 'Have you asked {{name}} yourself, face to face or by phone, whether they have opened their account and can sign in? Their roles take effect at once. If their code did not work, do not confirm: someone else may have used it.',
  mine: 'These roles are suspended until a colleague confirms that this account is yours: {{roles}}. Ask one of them face to face or by phone: {{names}}.',
  mineUnnamed:
    'These roles are suspended until a colleague who approves roles confirms that this account is yours: {{roles}}. Ask face to face or by phone.',
};

export const openAccount: Translated<typeof zh.openAccount> = {
  title: 'Open your account',
  intro: 'Enter the user name and the code that an administrator gave you.',
  username: 'User name',
  code: 'Code',
  next: 'Next',
  missing: 'Enter user name and code.',
  hello: 'Hello {{name}}',
  read: 'Step 1: read the recording notice',
  confirm: 'I have read and understood this notice',
  choose: 'Step 2: choose a password',
  chooseProvider: 'Step 2: sign in with your {{label}}, without a password',
  openProvider: 'Open and sign in',
  password: 'New password',
  again: 'Repeat the password',
  hint: 'At least 12 characters, or as the company requires; no common word, not the company’s or your own name.',
  different: 'The two passwords are not the same.',
  confirmMissing: 'Read the notice, then tick the box.',
  open: 'Open the account',
  done: 'The account is open. Please sign in.',
  toSignIn: 'Sign in',
};
