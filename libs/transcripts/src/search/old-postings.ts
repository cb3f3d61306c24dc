import { type DataSource } from 'typeorm';
import { type Speaker } from '#contracts';
import {
  afterOf,
  inOrder,
  LISTED,
  newestFirst,
  postingOf,
  postingsBy,
  type Add,
  type Posting,
  type PostingsAsked,
  type StatementParameters,
  type Wanted,
} from './posting.js';
import { speakerBit } from './tokens.rules.js';

/** Where postings are that have not moved yet: the first of the two is from when numbers of recordings had four bytes. */
export const OLD_TABLES = ['word_posting_int', 'word_posting'] as const;
type Table = (typeof OLD_TABLES)[number];

/** The rarest tokens narrow enough; comparing the words does the rest. */
const MOST_JOINED = 4;
/** Counting farther would not tell which of two tokens is rarer any better. */
const COUNTED = 2_000;

/** Reads postings of an earlier release, one row for a token and a recording, while they move. */
export class OldPostings {
  constructor(private readonly source: DataSource) {}

  async page(wanted: readonly Wanted[], asked: PostingsAsked, given: StatementParameters): Promise<Posting[]> {
    const pages: Posting[] = [];
    for (const table of OLD_TABLES) pages.push(...(await this.pageOf(table, wanted, asked, given)));
    return pages.toSorted(newestFirst).slice(0, asked.limit);
  }

  private async pageOf(
    table: Table,
    wanted: readonly Wanted[],
    asked: PostingsAsked,
    given: StatementParameters,
  ): Promise<Posting[]> {
    const [first, ...others] = await this.rarest(table, wanted);
    if (!first) return [];
    return postingsBy(this.source, given, (add) => {
      const said = others.map((other, i) => alsoSaid(table, `p${i + 1}`, other, { first, ...asked }, add));
      // A recording that says it both ways has two postings of it.
      return `select ${first.keyed.length > 1 ? 'distinct' : ''} ${postingOf('p0')}
        from ${table} p0 join indexed_words found on found.doc = p0.doc ${LISTED}
        where ${saidIn('p0', first, asked.speaker, add)} ${afterOf('p0', asked, add)} and ${asked.leg} and ${asked.recording}
          ${said.join(' ')} ${inOrder('p0', asked, add)}`;
    });
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

function saidIn(alias: string, { keyed }: Wanted, speaker: Speaker | undefined, add: Add): string {
  // One value is compared as such: the index then gives the newest first without sorting.
  const token =
    keyed.length === 1 ? `${alias}.token = ${add(keyed[0])}::bigint` : `${alias}.token = any(${add(keyed)}::bigint[])`;
  return speaker ? `${token} and ${alias}.said_by & ${add(speakerBit(speaker))}::smallint <> 0` : token;
}

/** In the same recording; tokens of one term in the same turn. */
function alsoSaid(
  table: Table,
  alias: string,
  other: Wanted,
  { first, speaker }: { first: Wanted; speaker?: Speaker | undefined },
  add: Add,
): string {
  const together = other.term === first.term ? `and ${alias}.places && p0.places` : '';
  return `and exists (select 1 from ${table} ${alias} where ${saidIn(alias, other, speaker, add)}
    and ${alias}.started_at = p0.started_at and ${alias}.doc = p0.doc ${together})`;
}
