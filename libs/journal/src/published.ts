/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  journal_detail: ['entry_id', 'salt', 'details'],
  journal_entry: ['id', 'event', 'at', 'actor_person_id', 'call_id', 'commitment'],
  journal_head: ['position', 'chain_hash', 'signed_at', 'signature'],
  journal_seal: ['position', 'entry_id', 'chain_hash'],
};
