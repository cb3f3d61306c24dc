import { type ChainedEntry } from '../chain.rules.js';

/** Names the form of an exported journal; its first line says it. */
export const EXPORT_FORMAT = 'shouwen.journal-export/1';

/** The erasable part of an entry; null once it was erased. */
export interface EntryDetail {
  salt: string;
  details: Record<string, unknown>;
}

/** A row of the chain with the entry that it seals; `entry` is null where that row is gone. */
export interface SealedLine {
  kind: 'entry';
  position: string;
  chainHash: string;
  entryId: string;
  entry: ChainedEntry | null;
  detail: EntryDetail | null;
}

export interface HeadLine {
  kind: 'head';
  position: string;
  chainHash: string;
  signedAt: Date;
  /** Ed25519 over `headMessage`, base64. */
  signature: string;
}

/** A committed entry without a position; `marked` says that the sealer knows of it. */
export interface UnsealedLine {
  kind: 'unsealed';
  entry: ChainedEntry;
  marked: boolean;
}

/** What a journal is read as, from the database or from a file: entries and heads by position, then what is not sealed yet. */
export type JournalLine = SealedLine | HeadLine | UnsealedLine;
export type SignedHead = Omit<HeadLine, 'kind'>;
