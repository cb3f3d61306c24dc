import type { Translated } from '../translated.js';
import type * as zh from '../zh/sign-in-rules.js';

export const signInRules: Translated<typeof zh.signInRules> = {
  title: 'Sign-in rules',
  about:
    'These rules apply to everyone. Every change needs a second administrator: weaker rules are less secure, and stricter ones can lock people out.',
  preset: 'Compared with',
  presets: { none: 'Nothing', 'nist-800-63b': 'NIST SP 800-63B', 'cn-mlps3': 'MLPS level 3 (China)' },
  presetAbout: {
    none: 'The company’s own rules, not compared with a standard.',
    'nist-800-63b':
      'NIST SP 800-63B, revision 4: length alone counts (15 characters where there is no second factor), no required kinds of characters, no regular change.',
    'cn-mlps3':
      'GB/T 22239-2019, level 3, identity (8.1.4.1). The standard gives no numbers; these are what assessors usually require. Compliance also depends on network, machines and management outside this product.',
  },
  asPreset: 'As the standard suggests.',
  differs_one: '{{count}} rule differs from the suggestion:',
  differs_other: '{{count}} rules differ from the suggestions:',
  differing: '{{rule}}: {{is}}, suggested: {{wanted}}',
  takePreset: 'Use the suggestions',
  rule: {
    secondFactorRoles: 'Roles that need a second factor',
    graceDays: 'Days of grace',
    passwordLength: 'Minimum characters of a new password',
    passwordKinds: 'Kinds of characters in a new password',
    passwordDays: 'Days until a password must be changed',
    lockAfter: 'Failed attempts until an account is locked',
    lockMinutes: 'Minutes for which it is locked',
    idleMinutes: 'Minutes without use until a session ends',
    oneSession: 'One session for each account',
  },
  between: '{{from}} to {{to}}',
  factorAbout:
    'An authenticator or a passkey; with the company account, a second factor reported by the identity provider. People without one after the days of grace have to set one up at their next sign-in. Administrators, legal staff and auditors should have one; updates never require it automatically.',
  takeRecommended: 'Add the recommended roles',
  passwords: 'Passwords',
  runsOut: 'Passwords are changed regularly',
  passwordsAbout:
    'Kinds are lower-case letters, capital letters, digits and other characters. These rules apply to new passwords; common passwords, user names and company names are never accepted.',
  sessions: 'Locks and sessions',
  locks: 'Lock an account after failed attempts',
  sessionsAbout:
    'A locked account accepts no password, not even the right one; passkeys and company sign-in still work. Anyone who knows a user name can lock the account. Without a lock, each further attempt has to wait longer.',
  propose: 'Submit for approval',
  takesTwo: 'The change takes effect once another administrator has approved it.',
  inForce: 'Version {{version}} is in force',
  waiting: 'A change of the sign-in rules is waiting for approval',
  presetBecomes: 'Compared with: {{preset}}',
  becomes: '{{rule}}: {{will}} instead of {{was}}',
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
  tries_one: '{{count}} attempt',
  tries_other: '{{count}} attempts',
};

export const withoutFactor: Translated<typeof zh.withoutFactor> = {
  title: 'People without a second factor',
  about: 'People whose role needs or should have a second factor and who have not set one up.',
  none: 'Everyone has one.',
  count_one: '{{count}} person.',
  count_other: '{{count}} people; at most 200 are shown, sorted by due date.',
  due: 'To be set up by {{at}}',
  recommended: 'Recommended',
  connected: 'Connected to the company account, but the provider has not reported a second factor',
};
