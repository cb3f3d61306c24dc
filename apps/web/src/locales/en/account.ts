import type { Translated } from '../translated.js';
import type * as zh from '../zh/account.js';

export const account: Translated<typeof zh.account> = {
  title: 'My account',
  username: 'User name',
  staffNumber: 'Staff number',
  roles: 'Roles',
  noRole: 'No role yet. If your work needs one, ask an administrator.',
  timeZone: 'Time zone',
  language: 'Language of the screens',
  and: ', ',
  mail: 'Mail address',
  mailProved: 'Confirmed {{at}}.',
  mailUnproved:
    'This address was changed and is not confirmed. Have a code sent there and enter it; until then no file is mailed. If it is not yours, tell an administrator.',
  mailOff:
    'This address was changed and is not confirmed. No mail server is set, so nothing is mailed; confirm it once there is one.',
  mailSend: 'Send a code',
  mailSent: 'Sent. It is valid for 30 minutes.',
  mailCode: 'Code from the letter',
  mailConfirm: 'Confirm the address',
  password: 'Password',
  passwordChanged: 'Last changed {{at}}',
  passwordFirst: 'Never changed.',
  noPassword: 'This account has no password: you sign in with the company account or a passkey.',
  changePassword: 'Change password',
  passwordDone: 'The password is changed, and other devices are signed out.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  newPasswordAgain: 'New password again',
  passwordRule:
    'At least 12 characters; the company may ask for more. No common password, no user name, no company name.',
  passwordMissing: 'Enter the current and the new password.',
  passwordsDiffer: 'The two new passwords differ.',
  passwordEndsOthers: 'Other devices will be signed out.',
};

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
    'Only for a person who has lost both telephone and recovery codes. All their sign-ins and API tokens end, the password alone lets them in, and their rights are suspended until a second person confirms that it is them. Remove it?',
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
  codeWhy: 'For this step, enter a code of your second factor again.',
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

export const sessions: Translated<typeof zh.sessions> = {
  title: 'Signed-in devices',
  device: '{{browser}} on {{system}}',
  browser: { edge: 'Edge', chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari', other: 'Another programme' },
  system: {
    windows: 'Windows',
    macos: 'macOS',
    linux: 'Linux',
    android: 'Android',
    ios: 'iOS',
    other: 'another system',
  },
  here: 'This device',
  started: 'Signed in {{at}}',
  lastSeen: 'Last used {{at}}',
  from: 'Address {{address}}',
  fromUnknown: 'Address unknown',
  end: 'Sign out',
  endName: 'Sign out {{device}}',
  endAsk: 'Sign this device out?',
  endOthers: 'Sign out everywhere else',
  endOthersAsk: 'Sign out every device but this one?',
  onlyHere: 'Not signed in on any other device.',
};

export const tokens: Translated<typeof zh.tokens> = {
  title: 'API tokens',
  about:
    'A programme uses the API in your name. A token can never do more than you can at that moment: a right that you lose, it loses too.',
  none: 'No tokens yet.',
  nothingToGive: 'Your roles give no right that a programme could use.',
  make: 'Make a token',
  makeTitle: 'Make an API token',
  name: 'What it is for',
  nameHint: 'Say which programme uses it, like “daily report”.',
  scopes: 'It may',
  scopesHint: 'Tick only what is needed. No token ever plays a recording.',
  scope: {
    'calls.ingest': 'send calls and recordings',
    'calls.read': 'see calls',
    'calls.retry': 'retry calls that need attention',
    'calls.correct': 'correct what is known of calls',
    'calls.give_up': 'give up calls that need attention',
    'calls.journal.read': 'read the journal of calls',
    'transcripts.read': 'read words',
    'transcripts.correct': 'correct words',
    'transcripts.rehear': 'have calls heard again',
    'scorecards.read': 'see scores',
    'processing.read': 'see the processing board',
    'people.provision': 'keep people as a directory says (SCIM)',
  },
  days: 'Ends in',
  inDays_one: '{{count}} day',
  inDays_other: '{{count}} days',
  teams: 'Only these teams (optional)',
  anyTeam: 'Every team that your roles reach',
  teamsHint: 'It sees calls of these teams only.',
  teamsNotHere: 'The rights that you ticked concern the whole company and cannot be narrowed to teams.',
  addresses: 'Only from these addresses (optional)',
  anyAddress: 'Any address',
  addressesHint: 'Like 192.0.2.7 or 192.0.2.0/24; press Enter after each.',
  missingName: 'Say what it is for.',
  missingScope: 'Tick at least one thing that it may do.',
  shownTitle: 'The token is made',
  shownAbout: 'It is shown only now. Keep it in the programme’s secret store, never in its code.',
  shownDone: 'I have kept it',
  copy: 'Copy the token',
  teamsOnly: 'Only {{teams}}',
  addressesOnly: 'Only from {{addresses}}',
  until: 'Until {{at}}',
  lastUsed: 'Last used {{at}}',
  neverUsed: 'Never used',
  revoke: 'Revoke',
  revokeName: 'Revoke {{name}}',
  revokeAsk: 'Revoke “{{name}}”? Programmes that use it lose access at once.',
  allTitle: 'API tokens',
  allOf: 'Of people',
  allAbout: 'Every live token of the company. Those of an account end when it is closed.',
  allNone: 'There are no tokens.',
  owner: '{{name}}, staff number {{number}}',
};

/** Tokens of programmes that are no person's. */
export const services: Translated<typeof zh.services> = {
  title: 'Of services',
  about:
    'For a programme that acts in its own name: lists of calls, reports and files, without words or sound. One administrator asks for a token, another confirms it; the journal names the service.',
  none: 'No service has a token.',
  ask: 'Ask for a token of a service',
  askTitle: 'Ask for an API token of a service',
  name: 'Name of the service',
  nameHint: 'As the journal will name it, like “data warehouse”.',
  scope: {
    'calls.read': 'find and see calls, without their words',
    'reports.read': 'read reports',
    'calls.export': 'take lists and reports as files',
  },
  scopesHint: 'Points and figures come with each of these. No service reads words, hears sound or changes anything.',
  client: 'Only this client (optional)',
  anyClient: 'Every client',
  anyTeam: 'Every team',
  state: {
    waiting: 'Waits for another administrator; it opens nothing yet.',
    in_force: 'In force.',
    without_owner: 'Who asked for it has left: it opens nothing. Revoke it, and ask for another.',
  },
  askedBy: 'Asked for by {{name}}.',
  confirmedBy: 'Confirmed by {{name}}.',
  byOnePerson: 'By one person.',
  confirm: 'Confirm',
  confirmName: 'Confirm {{name}}',
  confirmAsk: 'Confirm the token of “{{name}}”? It is in force at once.',
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
  passwordTitle: 'Your password has run out',
  passwordAbout: 'Your company has passwords changed regularly. Change yours, and you can go on.',
};
