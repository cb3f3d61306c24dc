import type { Translated } from '../translated.js';
import type * as zh from '../zh/ways-in.js';

export const ownPasskeys: Translated<typeof zh.ownPasskeys> = {
  title: 'Passkeys',
  about:
    'Sign in with fingerprint, face, device code or security key, without password and code. A passkey works only for this system, so phishing sites cannot steal it.',
  notHere: 'This browser does not support passkeys, or this address is not https.',
  name: 'Name',
  nameHint: 'Like “desk computer” or “phone”.',
  add: 'Add a passkey',
  made: 'Added {{at}}.',
  lastUsed: 'Last used {{at}}.',
  neverUsed: 'Never used.',
  synced: 'Synced to your other devices.',
  remove: 'Remove',
  removeName: 'Remove {{name}}',
  removeAsk:
    'Remove “{{name}}”? It can no longer be used to sign in. Delete the passkey in your device’s settings as well.',
};

export const ownProvider: Translated<typeof zh.ownProvider> = {
  account: 'Sign-in with {{label}}',
  about:
    'Once connected, you can sign in with your {{label}} and need no other password. You have to verify your identity to connect.',
  since: 'Connected since {{at}}.',
  connect: 'Connect',
  disconnectAsk:
    'You can then sign in only in other ways, and other devices that used company sign-in are signed out. Disconnect?',
};

export const providerSetup: Translated<typeof zh.providerSetup> = {
  off: 'Company sign-in is not set up. The operations guide “Company sign-in” explains how.',
  setup: 'Identity provider',
  issuer: 'Issuer',
  clientId: 'Client id',
  callbackAddress: 'Callback address',
  logoutAddress: 'Back-channel logout address',
  copy: 'Copy: {{name}}',
  linked: 'Connected accounts',
  setupHint: 'Enter both addresses at the provider. Issuer and client are settings of the server.',
  groups: 'Groups and roles',
  groupsAbout:
    'The provider lists groups in the claim “{{claim}}”. When a member signs in, the role is proposed in the name of the person who set this up, and another colleague decides. A person who has left a group loses its role at the next sign-in.',
  groupsOff: 'No claim for groups is set (SHOUWEN_OIDC_GROUPS_CLAIM), so groups propose no roles.',
  group: 'Group',
  groupAdd: 'Add',
  groupEnd: 'End',
  groupEndAsk: 'It no longer proposes roles, and people lose its role when they next sign in. End it?',
};
