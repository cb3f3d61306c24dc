import { type DataSource } from 'typeorm';
import { type Speaker } from '#contracts';
import { type Term } from './query.rules.js';

/** A recording whose words hold every token of the terms; that they hold the terms too, the words themselves tell. */
export interface Posting {
  doc: number;
  startedAtMicros: string;
  legId: string;
  transcriptId: string;
}

/** Which postings are asked for. */
export interface PostingsAsked {
  terms: readonly Term[];
  speaker?: Speaker | undefined;
  /** Condition on `leg`, a row of `listed_leg`, whose values are in `parameters`. */
  leg: string;
  /** Condition on `recording`: what is closed to the asker is not found. */
  recording: string;
  /** Goes on after this one. */
  after: { startedAtMicros: string; doc: number } | null;
  limit: number;
}

/** Collects the values of a statement as its text is written. */
export interface StatementParameters {
  readonly values: unknown[];
  add(value: unknown): string;
}

/** A token of one term, or any of those that stand for it, under every key in use. */
export interface Wanted {
  term: number;
  keyed: readonly string[];
}

export type Add = StatementParameters['add'];

/** Columns of a posting: `found` is its recording, and `row` has its place in the order of results. */
export const postingOf = (row: string): string =>
  `${row}.started_at, ${row}.doc, (extract(epoch from ${row}.started_at) * 1000000)::bigint as micros, found.leg_id, found.transcript_id`;

/** What the asker's rights are read from. */
export const LISTED =
  'join listed_leg leg on leg.leg_id = found.leg_id join recording on recording.id = found.recording_id';

/** Asks one statement; several may begin with the same values. */
export async function postingsBy(
  source: DataSource,
  given: StatementParameters,
  written: (add: Add) => string,
): Promise<Posting[]> {
  const values = [...given.values];
  const sql = written((value) => `$${values.push(value)}`);
  const rows: { doc: string; micros: string; leg_id: string; transcript_id: string }[] = await source.query(
    sql,
    values,
  );
  return rows.map(({ doc, micros, leg_id, transcript_id }) => ({
    doc: Number(doc),
    startedAtMicros: micros,
    legId: leg_id,
    transcriptId: transcript_id,
  }));
}

/** The end of a statement. */
export const inOrder = (row: string, { limit }: PostingsAsked, add: Add): string =>
  `order by ${row}.started_at desc, ${row}.doc desc limit ${add(limit)}`;

/** Those that come after a place in the order of results. */
export function afterOf(row: string, { after }: PostingsAsked, add: Add): string {
  if (!after) return '';
  return `and (${row}.started_at, ${row}.doc) <
    (timestamptz 'epoch' + ${add(after.startedAtMicros)}::bigint * interval '1 microsecond', ${add(after.doc)}::bigint)`;
}

export function newestFirst(a: Posting, b: Posting): number {
  const [newerA, newerB] = [BigInt(a.startedAtMicros), BigInt(b.startedAtMicros)];
  if (newerA !== newerB) return newerA > newerB ? -1 : 1;
  return b.doc - a.doc;
}
