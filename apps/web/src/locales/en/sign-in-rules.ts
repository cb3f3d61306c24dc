import type { Translated } from '../translated.js';
import type * as zh from '../zh/sign-in-rules.js';

export const signInRules: Translated<typeof zh.signInRules> = {
  title: 'Rules for signing in',
  about:
    'These rules apply to everyone. Every change needs a second administrator: weaker rules are less secure, and stricter ones can lock people out.',
  preset: 'Compared with',
  presets: { none: 'Nothing', 'nist-800-63b': 'NIST SP 800-63B', 'cn-mlps3': 'MLPS level 3 (China)' },
  presetAbout: {
    none: 'The company’s own rules, compared with no catalogue.',
    'nist-800-63b':
      'NIST SP 800-63B, revision 4: length alone counts (15 characters where there is no second factor), no kinds of characters, no change by the clock.',
    'cn-mlps3':
      'GB/T 22239-2019, level 3, identity (8.1.4.1). The standard names no numbers; these are what assessors usually ask for. Whether you comply also rests on network, machines and management, outside this product.',
  },
  asPreset: 'As the catalogue suggests.',
  differs_one: '{{count}} rule differs from what it suggests:',
  differs_other: '{{count}} rules differ from what it suggests:',
  differing: '{{rule}}: {{is}}, suggested: {{wanted}}',
  takePreset: 'Take what it suggests',
  rule: {
    secondFactorRoles: 'Roles that need a second factor',
    graceDays: 'Days of grace',
    passwordLength: 'Fewest characters of a new password',
    passwordKinds: 'Kinds of characters in a new password',
    passwordDays: 'Days until a password is changed',
    lockAfter: 'Failed tries until an account is locked',
    lockMinutes: 'Minutes for which it is locked',
    idleMinutes: 'Minutes without use until a session ends',
    oneSession: 'One session for each account',
  },
  between: '{{from}} to {{to}}',
  factorAbout:
    'An authenticator or a passkey; with the company account, a second factor that the identity provider speaks of. Who has none when the days of grace are over sets one up at the next sign-in, before anything else. Administrators, legal and auditors should have one; no update requires it by itself.',
  takeRecommended: 'Add the recommended roles',
  passwords: 'Passwords',
  runsOut: 'Passwords are changed regularly',
  passwordsAbout:
    'Kinds are small letters, capital letters, digits and other characters. These hold for new passwords; common ones, user names and company names are never taken.',
  sessions: 'Locks and sessions',
  locks: 'Lock an account after failed tries',
  sessionsAbout:
    'A locked account accepts no password, not even the right one; passkeys and company sign-in still work. Anyone who knows a user name can lock the account. Without a lock, each further attempt has to wait longer.',
  propose: 'Propose',
  takesTwo: 'It holds once another administrator has agreed.',
  inForce: 'Version {{version}} is in force',
  waiting: 'Other rules for signing in wait for a second person',
  presetBecomes: 'Held against: {{preset}}',
  becomes: '{{rule}}: {{will}} in place of {{was}}',
  noRole: 'none',
  yes: 'yes',
  no: 'no',
  never: 'off',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  characters_one: '{{count}} character',
  characters_other: '{{count}} characters',
  kinds_one: '{{count}} kind',
  kinds_other: '{{count}} kinds',
  tries_one: '{{count}} try',
  tries_other: '{{count}} tries',
};

export const withoutFactor: Translated<typeof zh.withoutFactor> = {
  title: 'People without a second factor',
  about: 'People whose role needs one, or should have one, and who have set up none.',
  none: 'Everyone has one.',
  count_one: '{{count}} person.',
  count_other: '{{count}} people; at most 200 are shown, those with the earliest day first.',
  due: 'To be set up by {{at}}',
  recommended: 'Recommended',
  connected: 'Connected to the company account, but the provider has not spoken of a second factor',
};
