/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
export const PUBLISHED = {
  journal_detail: ['entry_id', 'salt', 'details'],
  journal_entry: ['id', 'event', 'at', 'actor_person_id', 'call_id', 'commitment'],
  journal_head: ['position', 'chain_hash', 'signed_at', 'signature'],
  journal_seal: ['position', 'entry_id', 'chain_hash'],
};
