import type { Translated } from '../translated.js';
import type * as zh from '../zh/audit.js';

export const audit: Translated<typeof zh.audit> = {
  journal: 'Journal',
  access: 'Access',
  part: {
    used: 'Access records',
    open: 'Valid grants',
    unusual: 'Worth a look',
    corrections: 'Past corrections',
  },
  of: {
    journal: 'the journal',
    accesses: 'access records',
    grants: 'valid grants',
    unusual: 'access that is worth a look',
    corrections: 'past corrections',
    certificates: 'certificates of destruction',
  },
  export: 'Export',
  exportNote: 'As CSV, at most 100,000 rows. The export is itself an entry of the journal.',
  chain: {
    signed: 'Signed up to entry {{position}}, {{at}}',
    nothing: 'No entry is sealed yet.',
    unsealed_one: 'The newest entry is not sealed yet; it usually is within five seconds.',
    unsealed_other: 'The newest {{count}} entries are not sealed yet; they usually are within five seconds.',
    notVerified:
      'This page does not verify the journal. Verify it outside this product, against a head that you keep yourself:',
    heads: 'Heads: {{file}}, on the machine that runs the worker. An administrator can give you the file.',
    how: 'Command to verify',
    copy: 'Copy the command',
  },
};
