import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { endWalk, hasWalked } from '#platform';
import { OLD_TABLES } from './old-postings.js';
import { packPostings } from './packed-postings.rules.js';

/** Postings moved in one transaction, some ten recordings' worth, and how long a run goes on. */
const BATCH = 2_000;
const RUN_MS = 50_000;

type OldTable = (typeof OLD_TABLES)[number];

/** Of the recordings whose postings come next, those that no worker is indexing, erasing or moving at the moment. */
const next = (table: OldTable): string => `
  with upcoming as (select distinct doc from (select doc from ${table} where doc > $1 order by doc limit ${BATCH}) rows),
    free as materialized (select doc from indexed_words where doc in (select doc from upcoming) order by doc for no key update skip locked)
  select (select max(doc) from upcoming)::text as last, coalesce((select array_agg(doc::text) from free), '{}') as docs`;

const take = (table: OldTable): string =>
  `delete from ${table} where doc = any($1::bigint[]) returning doc::text, token::text, places`;

const GIVE = `
  update indexed_words set tokens = made.tokens::bigint[], places = made.places
  from unnest($1::bigint[], $2::text[], $3::bytea[]) as made (doc, tokens, places) where indexed_words.doc = made.doc`;

/**
 * Moves postings of earlier releases, one row for a token and a recording, to one row a recording, while searches go on. A recording's postings
 * move together, in one transaction: a search finds all of them in one form or all in the other.
 */
@Injectable()
export class MovedPostings {
  private ended = false;

  constructor(private readonly source: DataSource) {}

  /** Is there nothing left where postings used to be? Nothing is ever written there again. */
  async areAllMoved(): Promise<boolean> {
    return (this.ended ||= await hasWalked(this.source, 'postings'));
  }

  /** The sweep. @returns how many postings moved */
  async sweep(runMs = RUN_MS): Promise<number> {
    if (await this.areAllMoved()) return 0;
    const until = performance.now() + runMs;
    let moved = 0;
    for (const table of OLD_TABLES) {
      for (let after: string | null = '0'; after !== null;) {
        if (performance.now() >= until) return moved;
        const from: string = after;
        const step: Step = await this.source.transaction((tx) => moveSome(tx, table, from));
        moved += step.n;
        after = step.last;
      }
    }
    await this.end();
    return moved;
  }

  /** What was being indexed while it was passed over is still there: then the next run begins again. */
  private async end(): Promise<void> {
    const left: unknown[] = await this.source.query(
      OLD_TABLES.map((table) => `(select 1 from ${table} limit 1)`).join(' union all '),
    );
    if (left.length === 0) await endWalk(this.source, 'postings');
  }
}

interface Step {
  /** The last recording that was looked at; null when there is none any more. */
  last: string | null;
  n: number;
}

async function moveSome(tx: EntityManager, table: OldTable, after: string): Promise<Step> {
  const [found]: { last: string | null; docs: string[] }[] = await tx.query(next(table), [after]);
  const { last, docs } = found!;
  if (docs.length === 0) return { last, n: 0 };
  const [rows]: [{ doc: string; token: string; places: number[] }[]] = await tx.query(take(table), [docs]);
  // Of what was taken here alone: a recording that another run moved meanwhile has no rows any more, and keeps what that run gave it.
  const placesOf = new Map<string, Map<string, number[]>>();
  for (const { doc, token, places } of rows) placesOf.set(doc, (placesOf.get(doc) ?? new Map()).set(token, places));
  if (placesOf.size === 0) return { last, n: 0 };
  const made = [...placesOf].map(([doc, places]) => ({ doc, ...packPostings(places) }));
  await tx.query(GIVE, [
    made.map(({ doc }) => doc),
    made.map(({ tokens }) => tokens),
    made.map(({ places }) => Buffer.from(places)),
  ]);
  return { last, n: rows.length };
}
