/** What can be wrong with a journal. `unsealed_long` alone is a warning: it may be a worker that has stalled. */
export type JournalFault =
  | 'edited'
  | 'missing'
  | 'entry_gone'
  | 'reordered'
  | 'cut'
  | 'details_edited'
  | 'details_gone'
  | 'signature_invalid'
  | 'held_signature_invalid'
  | 'rewritten'
  | 'never_sealed'
  | 'unsealed_long';

export interface JournalFinding {
  fault: JournalFault;
  /** The first position that is concerned; null for what has none. */
  position: string | null;
  /** The last one, where it is a stretch; for `reordered` the place that the entry was sealed at. */
  toPosition?: string;
  entryId?: string;
  event?: string;
  at?: Date;
}

export interface JournalVerdict {
  ok: boolean;
  entries: number;
  lastPosition: string;
  heads: number;
  /** How many held heads bore the key's signature, and how far the furthest reaches; null without any. */
  held: { heads: number; upTo: string } | null;
  /** Entries whose details were erased, with an entry that says so. */
  erased: number;
  unsealed: { count: number; oldestAt: Date | null };
  findings: JournalFinding[];
  /** Findings beyond those that are listed. */
  more: number;
}
