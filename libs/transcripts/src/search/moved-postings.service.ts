import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { endWalk, hasWalked } from '#platform';

/** Postings moved in one statement, and how long a run goes on. */
const BATCH = 1_000;
const RUN_MS = 50_000;

/**
 * Of the recordings whose postings come next, those that no worker is indexing or erasing at the moment. A recording's postings move
 * together: a search finds all of them in one table or all in the other.
 */
const MOVE = `
  with upcoming as (select distinct doc from (select doc from word_posting_int where doc > $1 order by doc limit ${BATCH}) rows),
    free as materialized (select doc from indexed_words where doc in (select doc from upcoming) order by doc for key share skip locked),
    gone as (delete from word_posting_int where doc in (select doc from free) returning token, started_at, doc, said_by, places),
    moved as (insert into word_posting (token, started_at, doc, said_by, places) select token, started_at, doc, said_by, places from gone)
  select max(doc)::text as last, (select count(*)::int from gone) as n from upcoming`;

/** Moves postings that were written when numbers of recordings had four bytes to where they have eight, while searches go on. */
@Injectable()
export class MovedPostings {
  private ended = false;

  constructor(private readonly source: DataSource) {}

  /** Is there nothing left where postings used to be? Nothing is ever written there again. */
  async areAllMoved(): Promise<boolean> {
    return (this.ended ||= await hasWalked(this.source, 'postings'));
  }

  /** The sweep. @returns how many rows moved */
  async sweep(runMs = RUN_MS): Promise<number> {
    if (await this.areAllMoved()) return 0;
    const until = performance.now() + runMs;
    let moved = 0;
    for (let after = '0'; performance.now() < until;) {
      const [step]: { last: string | null; n: number }[] = await this.source.query(MOVE, [after]);
      if (step?.last == null) {
        await this.end();
        break;
      }
      moved += step.n;
      after = step.last;
    }
    return moved;
  }

  /** What was being indexed while it was passed over is still there: then the next run begins again. */
  private async end(): Promise<void> {
    const left: unknown[] = await this.source.query('select 1 from word_posting_int limit 1');
    if (left.length === 0) await endWalk(this.source, 'postings');
  }
}
