import type { Translated } from '../translated.js';
import type * as zh from '../zh/exports.js';

export const exports: Translated<typeof zh.exports> = {
  title: 'Exports',
  none: 'There are no evidence packages yet. Shouwen creates one once two people approve a request to export evidence.',
  column: { request: 'Request', for: 'Requester', state: 'State', content: 'Content', until: 'End and downloads' },
  state: { building: 'Being created', ready: 'Ready', failed: 'Failed', gone: 'No longer available' },
  since: 'Since {{at}}; with many recordings it takes minutes; you can leave this page',
  readyAt: 'Created at {{at}}',
  failedWhy: 'Reason code {{failure}}',
  failedNext:
    'Once the cause is fixed, the requester can create it again; while the grant is in force, no new approval is needed.',
  gone: {
    expired: 'The grant expired; the key is destroyed',
    revoked: 'The grant was revoked; the key is destroyed',
    recording_gone: 'A recording in it was destroyed, or part of it was deleted; the key is destroyed',
  },
  recordings_one: '{{count}} recording',
  recordings_other: '{{count}} recordings',
  manifest: 'Hash of the manifest',
  copyManifest: 'Copy the hash of the manifest',
  stamped: 'With an RFC 3161 time stamp',
  unstamped: 'No time stamp (no authority is set)',
  until: 'Ends with grant {{grant}}, {{at}}',
  downloads: 'Downloaded {{used}} of {{allowed}} times',
  download: 'Download',
  downloadNote: 'You have to verify your identity again; every download counts and is journalled.',
  others: 'Only the requester may download it.',
  usedUp: 'The approved downloads are used up. If you need more, request them again.',
  retry: 'Create again',
  verify: 'How to verify',
  verifyWhy:
    'Anyone can check a package without this product, a database or a network. The receiver needs the public key, which you must send separately from the package.',
  verifyOurs: 'On a machine with this product’s source; names every file that was changed, is missing or was added:',
  verifyOpen: 'With OpenSSL 3 and coreutils alone, in the unpacked folder:',
  verifyStamp: 'Where there is a time stamp:',
  copy: 'Copy the command',
};
