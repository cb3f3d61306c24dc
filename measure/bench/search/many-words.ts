import type pg from 'pg';
import { type Speaker } from '#contracts';
import { keyedToken, packPostings, tokensOfTranscript } from '#transcripts';
import { madeUpUtterances } from './utterances.rules.js';

const TURNS = 30;
/** Calls written with one statement. */
const AT_ONCE = 40;

interface SpokenCall {
  recording: string;
  leg: string;
  started_at: Date;
}

/**
 * Gives every call that has a recording thirty turns: as plain text into a table of the bench, for the baseline, and as keyed tokens into the
 * product's index, made by the product's own rules. @returns how many turns
 */
export async function writeManyWords(owner: pg.Client, key: { keyId: string; key: Buffer }): Promise<number> {
  await owner.query('create table bench_utterance (doc int not null, turn int not null, said text not null)');
  const { rows: calls } = await owner.query<SpokenCall>(
    `select recording.id as recording, recording.leg_id as leg, call.started_at
     from recording join call on call.id = recording.call_id order by call.started_at`,
  );
  const utterances = madeUpUtterances(33);
  const known = new Map<string, string>();
  const keyed = (token: string): string => {
    const made = known.get(token) ?? keyedToken(key.key, token);
    known.set(token, made);
    return made;
  };
  await withoutIndexes(owner, async () => {
    for (let at = 0; at < calls.length; at += AT_ONCE) {
      const said = calls.slice(at, at + AT_ONCE).map((call, i) => ({
        call,
        doc: at + i + 1,
        turns: Array.from({ length: TURNS }, () => utterances.next().value),
      }));
      await writeText(owner, said);
      await writePostings(owner, said, key.keyId, keyed);
    }
  });
  await owner.query('vacuum analyze');
  return calls.length * TURNS;
}

interface Said {
  call: SpokenCall;
  doc: number;
  turns: string[];
}

const speakerOf = (turn: number): Speaker => (turn % 2 === 0 ? 'agent' : 'customer');

async function writeText(owner: pg.Client, said: readonly Said[]): Promise<void> {
  const rows = said.flatMap(({ doc, turns }) => turns.map((text, turn) => ({ doc, turn, text })));
  await owner.query('insert into bench_utterance select * from unnest($1::int[], $2::int[], $3::text[])', [
    rows.map(({ doc }) => doc),
    rows.map(({ turn }) => turn),
    rows.map(({ text }) => text),
  ]);
}

async function writePostings(
  owner: pg.Client,
  said: readonly Said[],
  keyId: string,
  keyed: (token: string) => string,
): Promise<void> {
  const made = said.map(({ turns }) => {
    const words = turns.map((text, index) => ({
      ...{ index, text, speaker: speakerOf(index), fromMs: 0, toMs: 0, words: [] },
    }));
    const places = tokensOfTranscript({ turns: words });
    return packPostings(new Map([...places].map(([token, at]) => [keyed(token), at])));
  });
  await owner.query(
    `insert into indexed_words (doc, recording_id, leg_id, transcript_id, key_id, made_by, started_at, tokens, places) overriding system value
     select doc, recording, leg, recording, $1, 'bench', started_at, tokens::bigint[], places
     from unnest($2::int[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::text[], $7::bytea[])
       as made (doc, recording, leg, started_at, tokens, places)`,
    [
      keyId,
      said.map(({ doc }) => doc),
      said.map(({ call }) => call.recording),
      said.map(({ call }) => call.leg),
      said.map(({ call }) => call.started_at),
      made.map(({ tokens }) => tokens),
      made.map(({ places }) => Buffer.from(places)),
    ],
  );
}

/** Indexes and constraints that are made once are made many times faster than row by row, and come out the same. */
async function withoutIndexes(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where tablename = 'indexed_words' and indexname in ('indexed_words_tokens', 'indexed_words_newest')`,
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await work();
  for (const { made } of rows) await owner.query(made);
}
