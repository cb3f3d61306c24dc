import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallFilters, type Speaker } from '#contracts';
import { type Asker } from '#people';
import { keyedToken, SearchKeys, speakerBit, type Term } from '#transcripts';
import { ListedCalls } from '../dashboard/listed-calls.js';
import { Parameters } from '../dashboard/visible-legs.js';
import { type SearchCursor } from './search-cursor.rules.js';

/** What is looked for, by whom and where. */
export interface Question {
  asker: Asker;
  terms: readonly Term[];
  filters: CallFilters;
  speaker?: Speaker | undefined;
}

/** A leg whose words hold every token of the question; that they hold the terms too, the words themselves tell. */
export interface Candidate {
  doc: number;
  startedAtMicros: string;
  callId: string;
  legId: string;
  personId: string;
  teamId: string;
  transcriptId: string;
}

interface CandidateRow {
  doc: number;
  micros: string;
  call_id: string;
  leg_id: string;
  person_id: string;
  team_id: string;
  transcript_id: string;
}

/** A token of one term under every key in use. */
interface Wanted {
  term: number;
  keyed: readonly string[];
}

/** The rarest tokens narrow enough; comparing the words does the rest. */
const MOST_JOINED = 4;
/** Counting farther would not tell which of two tokens is rarer any better. */
const COUNTED = 2_000;

/** Reads the index of keyed tokens: newest calls first, as far as the asker's right to read words reaches. */
@Injectable()
export class CandidatesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly searchKeys: SearchKeys,
    private readonly listed: ListedCalls,
  ) {}

  async page(question: Question, after: SearchCursor | null, limit: number): Promise<Candidate[]> {
    const joined = await this.rarest(await this.wanted(question.terms));
    if (joined.length === 0) return [];
    const parameters = new Parameters();
    const { asker, filters, speaker } = question;
    const condition = await this.listed.condition({ asker, permission: 'transcripts.read', filters }, parameters);
    const [first, ...others] = joined.map(({ keyed }, i) => postingsOf(`p${i}`, keyed, speaker, parameters));
    const place = after
      ? `and (p0.started_at, p0.doc) < (timestamptz 'epoch' + ${parameters.add(after.startedAtMicros)}::bigint * interval '1 microsecond', ${parameters.add(after.doc)}::int)`
      : '';
    const rows: CandidateRow[] = await this.source.query(
      `select p0.doc, (extract(epoch from p0.started_at) * 1000000)::bigint as micros,
         leg.call_id, leg.leg_id, leg.person_id, leg.team_id, indexed_words.transcript_id
       from word_posting p0 join indexed_words on indexed_words.doc = p0.doc
       join listed_leg leg on leg.leg_id = indexed_words.leg_id
       where ${first} ${place} and ${condition}
         ${others
           .map(
             (other, i) => `and exists (select 1 from word_posting p${i + 1}
             where ${other} and p${i + 1}.started_at = p0.started_at and p${i + 1}.doc = p0.doc
             ${joined[i + 1]!.term === joined[0]!.term ? `and p${i + 1}.places && p0.places` : ''})`,
           )
           .join(' ')}
       order by p0.started_at desc, p0.doc desc limit ${parameters.add(limit)}`,
      parameters.values,
    );
    return rows.map(candidateOf);
  }

  private async wanted(terms: readonly Term[]): Promise<Wanted[]> {
    const keys = await this.searchKeys.inUse();
    return terms.flatMap(({ tokens }, term) =>
      tokens.map((token) => ({ term, keyed: keys.map(({ key }) => keyedToken(key, token)) })),
    );
  }

  /** The rarest token of every term, then the rarest of the rest; the rarest of all leads. */
  private async rarest(wanted: readonly Wanted[]): Promise<Wanted[]> {
    if (wanted.length < 2) return [...wanted];
    const counts: { n: number }[] = await this.source.query(
      `select (select count(*) from (select 1 from word_posting where token = any(keyed::bigint[]) limit $2) counted)::int as n
       from unnest($1::text[]) with ordinality as wanted (keyed, i) order by i`,
      [wanted.map(({ keyed }) => `{${keyed.join(',')}}`), COUNTED],
    );
    const byRarity = wanted.map((one, i) => ({ one, n: counts[i]!.n })).sort((a, b) => a.n - b.n);
    const ofEachTerm = byRarity.filter(
      ({ one }, i) => byRarity.findIndex((other) => other.one.term === one.term) === i,
    );
    const rest = byRarity.filter((entry) => !ofEachTerm.includes(entry));
    const most = Math.max(MOST_JOINED, ofEachTerm.length);
    return [...ofEachTerm, ...rest].slice(0, most).map(({ one }) => one);
  }
}

function postingsOf(
  alias: string,
  keyed: readonly string[],
  speaker: Speaker | undefined,
  parameters: Parameters,
): string {
  // One value is compared as such: the index then gives the newest first without sorting.
  const token =
    keyed.length === 1
      ? `${alias}.token = ${parameters.add(keyed[0])}::bigint`
      : `${alias}.token = any(${parameters.add(keyed)}::bigint[])`;
  return speaker ? `${token} and ${alias}.said_by & ${parameters.add(speakerBit(speaker))}::smallint <> 0` : token;
}

const candidateOf = (row: CandidateRow): Candidate => ({
  doc: row.doc,
  startedAtMicros: row.micros,
  callId: row.call_id,
  legId: row.leg_id,
  personId: row.person_id,
  teamId: row.team_id,
  transcriptId: row.transcript_id,
});
