import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Speaker } from '#contracts';
import { keyedToken } from './keyed-tokens.rules.js';
import { MovedPostings } from './moved-postings.service.js';
import { type Term } from './query.rules.js';
import { SearchKeys, type UsedKey } from './search-keys.service.js';
import { speakerBit } from './tokens.rules.js';

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
interface Wanted {
  term: number;
  keyed: readonly string[];
}

/** The rarest tokens narrow enough; comparing the words does the rest. */
const MOST_JOINED = 4;
/** Counting farther would not tell which of two tokens is rarer any better. */
const COUNTED = 2_000;

/** Reads the index of keyed tokens, newest calls first. */
@Injectable()
export class Postings {
  constructor(
    private readonly source: DataSource,
    private readonly searchKeys: SearchKeys,
    private readonly moved: MovedPostings,
  ) {}

  async page(asked: PostingsAsked, parameters: StatementParameters): Promise<Posting[]> {
    const wanted = wantedOf(asked.terms, await this.searchKeys.inUse());
    if (await this.moved.areAllMoved()) return this.pageOf('word_posting', wanted, asked, parameters);
    const given = [...parameters.values];
    const again = { values: [...given], add: (value: unknown) => `$${again.values.push(value)}` };
    // In this order, and each recording once: one that moves meanwhile may be met twice, and is never missed.
    const before = await this.pageOf('word_posting_int', wanted, asked, again);
    const after = await this.pageOf('word_posting', wanted, asked, parameters);
    const all = new Map([...before, ...after].map((posting) => [posting.doc, posting]));
    return [...all.values()].toSorted(newestFirst).slice(0, asked.limit);
  }

  private async pageOf(
    table: Table,
    wanted: readonly Wanted[],
    asked: PostingsAsked,
    parameters: StatementParameters,
  ): Promise<Posting[]> {
    const joined = await this.rarest(table, wanted);
    const [first] = joined;
    if (!first) return [];
    const rows: { doc: string | number; micros: string; leg_id: string; transcript_id: string }[] =
      await this.source.query(
        // A recording that says it both ways has two postings of it.
        `select ${first.keyed.length > 1 ? 'distinct' : ''} p0.started_at, p0.doc, (extract(epoch from p0.started_at) * 1000000)::bigint as micros, leg.leg_id, indexed_words.transcript_id
       from ${table} p0 join indexed_words on indexed_words.doc = p0.doc
       join listed_leg leg on leg.leg_id = indexed_words.leg_id join recording on recording.id = indexed_words.recording_id
       where ${said('p0', first, asked.speaker, parameters)} ${afterOf(asked.after, parameters)} and ${asked.leg} and ${asked.recording}
         ${joined
           .slice(1)
           .map((other, i) => alsoSaid(table, `p${i + 1}`, other, { first, ...asked }, parameters))
           .join(' ')}
       order by p0.started_at desc, p0.doc desc limit ${parameters.add(asked.limit)}`,
        parameters.values,
      );
    return rows.map(({ doc, micros, leg_id, transcript_id }) => ({
      doc: Number(doc),
      startedAtMicros: micros,
      legId: leg_id,
      transcriptId: transcript_id,
    }));
  }

  /** The rarest token of every term, then the rarest of the rest; the rarest of all leads. */
  private async rarest(table: Table, wanted: readonly Wanted[]): Promise<Wanted[]> {
    if (wanted.length < 2) return [...wanted];
    const counts: { n: number }[] = await this.source.query(
      `select (select count(*) from (select 1 from ${table} where token = any(keyed::bigint[]) limit $2) counted)::int as n
       from unnest($1::text[]) with ordinality as wanted (keyed, i) order by i`,
      [wanted.map(({ keyed }) => `{${keyed.join(',')}}`), COUNTED],
    );
    const byRarity = wanted.map((one, i) => ({ one, n: counts[i]!.n })).sort((a, b) => a.n - b.n);
    const ofEachTerm = byRarity.filter(
      ({ one }, i) => byRarity.findIndex((other) => other.one.term === one.term) === i,
    );
    const rest = byRarity.filter((entry) => !ofEachTerm.includes(entry));
    return [...ofEachTerm, ...rest].slice(0, Math.max(MOST_JOINED, ofEachTerm.length)).map(({ one }) => one);
  }
}

/** Where postings are, and where those still are that were written before numbers of recordings had eight bytes. */
type Table = 'word_posting' | 'word_posting_int';

function newestFirst(a: Posting, b: Posting): number {
  const [newerA, newerB] = [BigInt(a.startedAtMicros), BigInt(b.startedAtMicros)];
  if (newerA !== newerB) return newerA > newerB ? -1 : 1;
  return b.doc - a.doc;
}

const wantedOf = (terms: readonly Term[], keys: readonly UsedKey[]): Wanted[] =>
  terms.flatMap(({ tokens }, term) =>
    tokens.map((any) => ({ term, keyed: keys.flatMap(({ key }) => any.map((token) => keyedToken(key, token))) })),
  );

function said(alias: string, { keyed }: Wanted, speaker: Speaker | undefined, parameters: StatementParameters): string {
  // One value is compared as such: the index then gives the newest first without sorting.
  const token =
    keyed.length === 1
      ? `${alias}.token = ${parameters.add(keyed[0])}::bigint`
      : `${alias}.token = any(${parameters.add(keyed)}::bigint[])`;
  return speaker ? `${token} and ${alias}.said_by & ${parameters.add(speakerBit(speaker))}::smallint <> 0` : token;
}

/** In the same recording; tokens of one term in the same turn. */
function alsoSaid(
  table: Table,
  alias: string,
  other: Wanted,
  { first, speaker }: { first: Wanted; speaker?: Speaker | undefined },
  parameters: StatementParameters,
): string {
  const together = other.term === first.term ? `and ${alias}.places && p0.places` : '';
  return `and exists (select 1 from ${table} ${alias} where ${said(alias, other, speaker, parameters)}
    and ${alias}.started_at = p0.started_at and ${alias}.doc = p0.doc ${together})`;
}

function afterOf(after: PostingsAsked['after'], parameters: StatementParameters): string {
  if (!after) return '';
  const micros = parameters.add(after.startedAtMicros);
  return `and (p0.started_at, p0.doc) <
    (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${parameters.add(after.doc)}::bigint)`;
}
