export { canonicalJson, commitTo, GENESIS, headMessage, nextChainHash, type ChainedEntry } from './chain.rules.js';
export { JournalDetail, JournalEntry, JournalHead, JournalPending, JournalSeal } from './journal-entry.entity.js';
export { JOURNAL_CHANNEL, JournalService, type About, type JournalNotice } from './journal.service.js';
