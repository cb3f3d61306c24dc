import type { Translated } from '../translated.js';
import type * as zh from '../zh/proof.js';

export const secondFactor: Translated<typeof zh.secondFactor> = {
  title: 'Second factor',
  about:
    'Signing in then requires the password and six digits from an authenticator on your phone, so a stolen password alone is not enough. Other devices are signed out when you turn it on.',
  turnOn: 'Turn on the second factor',
  turnOff: 'Turn off the second factor',
  on: 'On since {{at}}.',
  left: 'Recovery codes left: {{count}}.',
  renew: 'New recovery codes',
  enrolTitle: 'Turn on the second factor',
  qr: 'QR code for the authenticator',
  scan: 'Scan the code with the authenticator on your phone.',
  orType: 'If it cannot scan, type this secret into the authenticator:',
  copySecret: 'Copy the secret',
  code: 'Six digits from the authenticator',
  codeOrRecovery: 'Code or recovery code',
  confirm: 'Turn on',
  offAbout: 'Signing in will require only the password. Enter your password and a code.',
  remove: 'Remove the second factor',
  removeAsk:
    'Only for someone who has lost both phone and recovery codes. All their sessions and API tokens end, they can sign in with the password alone, and their permissions are suspended until a second person confirms their identity. Remove it?',
  removed: 'Removed.',
};

export const recovery: Translated<typeof zh.recovery> = {
  title: 'Recovery codes',
  about:
    'If you do not have your phone, sign in with a recovery code; each works once. They are shown only once: print them or store them safely.',
  copy: 'Copy all recovery codes',
  download: 'Download as text',
  done: 'I have saved them',
  fileHead: 'Recovery codes for Shouwen, user name {{username}}. Each works once.',
};

export const stepUp: Translated<typeof zh.stepUp> = {
  title: 'Verify your identity',
  go: 'Confirm',
  cancel: 'Cancel',
  code: 'Code or recovery code',
  password: 'Password',
  otherWhy: 'Verify your identity again for this step.',
  atProvider: 'Verify by signing in to the {{label}} again',
  codeWhy: 'Enter a code of your second factor again for this step.',
  passwordWhy: 'Enter your password again for this step.',
};

export const passkeys: Translated<typeof zh.passkeys> = {
  use: 'Use a passkey',
  notUsed: 'No passkey was used: it was cancelled, or the device did not answer. Try again.',
  personHas_one: 'Has {{count}} passkey',
  personHas_other: 'Has {{count}} passkeys',
  removeAll: 'Remove all',
  removeAllAsk:
    'The person will not be able to sign in with passkeys. If a role needs a second factor and there is no authenticator, their permissions are suspended until a second person confirms. Remove them all?',
};

export const provider: Translated<typeof zh.provider> = {
  title: 'Company sign-in',
  reading: 'Checking your identity…',
  leaving: 'Redirecting to your company’s sign-in page…',
  proved: 'Confirmed. You may close this window.',
  haveCode: 'I have an invitation code',
  disconnect: 'Disconnect',
  unlinkAsk: 'The person can no longer sign in with the company account, and those sessions end at once. Disconnect?',
  personSince: 'Connected to a company account since {{at}}',
};

export const giveCode: Translated<typeof zh.giveCode> = {
  title: 'Enter a code',
  intro: 'The password of {{username}} is right. Enter the six digits from your authenticator.',
  code: 'Code',
  submit: 'Continue',
  other: 'Sign in with another account',
  lost: 'If you do not have your phone, enter a recovery code. If you have none, ask an administrator to remove the second factor.',
  left_one: '{{count}} second left; after that you have to enter the password again.',
  left_other: '{{count}} seconds left; after that you have to enter the password again.',
  leftSaid: 'In less than a minute you have to enter the password again.',
  more: '5 more minutes',
};

export const secondFactorNeeded: Translated<typeof zh.secondFactorNeeded> = {
  title: 'Set up a second factor',
  about: 'Your company requires a second factor for your role. Set up either of these to continue.',
  authenticator: 'Authenticator',
  authenticatorAbout: 'Signing in then requires six digits from an app on your phone, in addition to the password.',
  countdown_one:
    'Your role needs a second factor: {{count}} day left, until {{at}}. After that, you have to set it up when you sign in.',
  countdown_other:
    'Your role needs a second factor: {{count}} days left, until {{at}}. After that, you have to set it up when you sign in.',
  setUp: 'Set it up now',
  passkeyTitle: 'Confirm with your passkey',
  passkeyAbout:
    'The password of {{username}} is right. Your role needs a second factor: confirm with your passkey as well.',
  passkeyLost:
    'If you do not have the passkey with you, ask an administrator to remove it; you set up another when you sign in.',
  passwordTitle: 'Your password has expired',
  passwordAbout: 'Your company requires passwords to be changed regularly. Change yours to continue.',
};
