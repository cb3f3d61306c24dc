import type { Translated } from '../translated.js';
import type * as zh from '../zh/proof.js';

export const secondFactor: Translated<typeof zh.secondFactor> = {
  title: 'Second factor',
  about:
    'Signing in takes the password and six digits from an authenticator on your telephone, so that a stolen password alone lets no stranger in. Other devices are signed out when you turn it on.',
  turnOn: 'Turn on the second factor',
  turnOff: 'Turn off the second factor',
  on: 'On since {{at}}.',
  left: 'Recovery codes left: {{count}}.',
  renew: 'New recovery codes',
  enrolTitle: 'Turn on the second factor',
  qr: 'QR code for the authenticator',
  scan: 'Scan the code with the authenticator on your telephone.',
  orType: 'If it cannot scan, type this secret into the authenticator:',
  copySecret: 'Copy the secret',
  code: 'Six digits from the authenticator',
  codeOrRecovery: 'Code or recovery code',
  confirm: 'Turn on',
  offAbout: 'Signing in will take the password alone. Enter your password and a code.',
  remove: 'Remove the second factor',
  removeAsk:
    'Only for someone who has lost both phone and recovery codes. All their sessions and API tokens end, they can sign in with the password alone, and their permissions are suspended until a second person confirms their identity. Remove it?',
  removed: 'Removed.',
};

export const recovery: Translated<typeof zh.recovery> = {
  title: 'Recovery codes',
  about:
    'Without the telephone a recovery code lets you in; each works once. They are shown only now: print them, or keep them somewhere safe.',
  copy: 'Copy all recovery codes',
  download: 'Download as text',
  done: 'I have kept them',
  fileHead: 'Recovery codes for Shouwen, user name {{username}}. Each works once.',
};

export const stepUp: Translated<typeof zh.stepUp> = {
  title: 'Confirm that it is you',
  go: 'Confirm',
  cancel: 'Cancel',
  code: 'Code or recovery code',
  password: 'Password',
  otherWhy: 'For this step, confirm again that it is you.',
  atProvider: 'Confirm by signing in to the {{label}} again',
  codeWhy: 'Enter your second-factor code again to continue.',
  passwordWhy: 'For this step, enter your password again.',
};

export const passkeys: Translated<typeof zh.passkeys> = {
  use: 'Use a passkey',
  notUsed: 'No passkey was used: it was cancelled, or the device did not answer. Try again.',
  personHas_one: 'Has {{count}} passkey',
  personHas_other: 'Has {{count}} passkeys',
  removeAll: 'Remove all',
  removeAllAsk:
    'The person will not be able to sign in with passkeys. Where a role needs a second factor and there is no authenticator, their rights wait until a second person confirms. Remove them all?',
};

export const provider: Translated<typeof zh.provider> = {
  title: 'Company sign-in',
  reading: 'Checking who you are…',
  leaving: 'On the way to your company’s sign-in page…',
  proved: 'Confirmed. You may close this window.',
  haveCode: 'I have an invitation code',
  disconnect: 'Disconnect',
  unlinkAsk: 'The person can no longer sign in with the company account, and such sign-ins end at once. Disconnect?',
  personSince: 'Connected to a company account since {{at}}',
};

export const giveCode: Translated<typeof zh.giveCode> = {
  title: 'Enter a code',
  intro: 'The password of {{username}} is right. Enter the six digits from your authenticator.',
  code: 'Code',
  submit: 'Continue',
  other: 'Sign in with another account',
  lost: 'Without the telephone, enter a recovery code. Without those, ask an administrator to remove the second factor.',
  left_one: '{{count}} second left; after that the password is needed again.',
  left_other: '{{count}} seconds left; after that the password is needed again.',
  leftSaid: 'In less than a minute the password is needed again.',
  more: '5 more minutes',
};

export const secondFactorNeeded: Translated<typeof zh.secondFactorNeeded> = {
  title: 'Set up a second factor',
  about: 'Your company requires a second factor for your role. Set up either of these, and you can go on.',
  authenticator: 'Authenticator',
  authenticatorAbout: 'Signing in then takes the six digits of an app on your phone, besides the password.',
  countdown_one:
    'Your role needs a second factor: {{count}} day left, until {{at}}. After that, signing in begins with setting it up.',
  countdown_other:
    'Your role needs a second factor: {{count}} days left, until {{at}}. After that, signing in begins with setting it up.',
  setUp: 'Set it up now',
  passkeyTitle: 'Confirm with your passkey',
  passkeyAbout:
    'The password of {{username}} is right. Your role needs a second factor: confirm with your passkey as well.',
  passkeyLost:
    'If you do not have the passkey with you, ask an administrator to remove it; you set up another when you sign in.',
  passwordTitle: 'Your password has expired',
  passwordAbout: 'Your company has passwords changed regularly. Change yours, and you can go on.',
};
