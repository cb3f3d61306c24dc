import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type OutcomeMove, type Rehearing } from '#contracts';
import { type Asker } from '#people';
import { RunQuery } from './run.query.js';

/**
 * Outcomes of the last automatic card on the version before, beside those of the first on the run's own version. Both rest on words alone, so
 * what people judged is not counted as the machine's change.
 */
const MOVES = `
  with pair as (
    select heard.id as new_id, (select id from transcript before where before.recording_id = heard.recording_id
      and before.version < heard.version order by version desc limit 1) as old_id
    from transcript heard where heard.run_id = $1
  ), cards as (
    select pair.new_id, scorecard.checklist_id,
      (array_agg(items order by created_at desc) filter (where transcript_id = pair.old_id))[1] as old_items,
      (array_agg(items order by created_at) filter (where transcript_id = pair.new_id))[1] as new_items
    from pair join scorecard on transcript_id in (pair.old_id, pair.new_id) and author = 'automatic'
    group by pair.new_id, scorecard.checklist_id
  )
  , moves as (
    select checklist_id, after.item->>'itemId' as item_id, after.item->>'outcome' as to_outcome,
      coalesce((select before.item->>'outcome' from jsonb_array_elements(old_items) as before (item)
        where before.item->>'itemId' = after.item->>'itemId' limit 1), 'none') as from_outcome
    from cards cross join lateral jsonb_array_elements(new_items) as after (item)
    where old_items is not null
  )
  select item_id as "itemId", from_outcome as "from", to_outcome as "to", count(*)::int as legs,
    (select listed.item->'title' from checklist_version stored,
       jsonb_path_query(stored.definition, '$.sections[*].items[*]') as listed (item)
     where stored.checklist_id = moves.checklist_id and listed.item->>'id' = item_id order by stored.version desc limit 1) as title
  from moves where from_outcome <> to_outcome
  group by checklist_id, item_id, from_outcome, to_outcome order by item_id, legs desc`;

const HEARD = `
  select count(*)::int as recordings, coalesce(sum(words), 0)::int as words, coalesce(sum(changed), 0)::int as changed
  from transcript where run_id = $1`;

const UNDER_WAY = `select count(*)::int as n from recording where rehear_run_id = $1 and rehear_asked_at is not null`;

const NONE: Rehearing['heard'] = { recordings: 0, words: 0, changed: 0 };

type Move = OutcomeMove & { itemId: string; title: Bilingual | null };

/** What hearing a period's calls again came to. */
@Injectable()
export class RehearingQuery {
  constructor(
    private readonly source: DataSource,
    private readonly runs: RunQuery,
  ) {}

  /** @throws DomainError `not_found` */
  async one(asker: Asker, runId: string): Promise<Rehearing> {
    const run = await this.runs.one(asker, 'rehear', runId);
    const [[heard = NONE], [waiting], moves] = await Promise.all([
      this.source.query<Rehearing['heard'][]>(HEARD, [runId]),
      this.source.query<{ n: number }[]>(UNDER_WAY, [runId]),
      this.source.query<Move[]>(MOVES, [runId]),
    ]);
    // Rehearings that were asked for, are no longer under way and gave no new words.
    const failed = Math.max(0, run.filed - heard.recordings - (waiting?.n ?? 0));
    return { run, heard, failed, items: byItem(moves) };
  }
}

function byItem(moves: readonly Move[]): Rehearing['items'] {
  const ids = [...new Set(moves.map(({ itemId }) => itemId))];
  return ids.map((itemId) => {
    const own = moves.filter((move) => move.itemId === itemId);
    const title = own[0]?.title ?? { zh: itemId, en: itemId };
    return { itemId, title, moves: own.map(({ from, to, legs }) => ({ from, to, legs })) };
  });
}
