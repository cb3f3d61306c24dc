import type { Translated } from '../translated.js';
import type * as zh from '../zh/journal.js';

export const journal: Translated<typeof zh.journal> = {
  technicalCommands: 'Commands for a technician',
  publicKey: 'Public key',
  copyPublicKey: 'Copy the public key',
  publicKeyElsewhere:
    'The public key is next to the signing key on the machine that runs the worker. An administrator can give it to you.',
  system: 'System',
  someone: 'A user',
  and: ', ',
  other: 'Other entry',
};
