export { canonicalJson, commitTo, GENESIS, headMessage, nextChainHash, type ChainedEntry } from './chain.rules.js';
export { HeadsFile } from './heads-file.js';
export { JournalDetail, JournalEntry, JournalHead, JournalPending, JournalSeal } from './journal-entry.entity.js';
export { JournalModule } from './journal.module.js';
export { JournalListener } from './journal-listener.js';
export { JOURNAL_CHANNEL, JournalService, type About, type JournalNotice } from './journal.service.js';
export { relayOnce, type CommittedEntry, type FollowUp } from './relay.js';
export { Sealer } from './sealer.js';
export { ensureSigningKey, loadSigningKey } from './signing-key.js';
