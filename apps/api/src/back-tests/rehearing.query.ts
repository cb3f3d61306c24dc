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
      (array_agg(items order by created_at) filter (where transcript_id = pair.new_id))[1] as new_items,
      max(checklist_version) as version
    from pair join scorecard on transcript_id in (pair.old_id, pair.new_id) and author = 'automatic'
    group by pair.new_id, scorecard.checklist_id
  )
  select now->>'itemId' as "itemId", coalesce(was->>'outcome', 'none') as "from", now->>'outcome' as "to", count(*)::int as legs,
    (select item->'title' from checklist_version listed, jsonb_path_query(listed.definition, '$.**.items[*]') item
     where listed.checklist_id = cards.checklist_id and listed.version = max(cards.version) and item->>'id' = now->>'itemId' limit 1) as title
  from cards, jsonb_array_elements(new_items) now
    left join lateral (select was from jsonb_array_elements(cards.old_items) was where was->>'itemId' = now->>'itemId' limit 1) old on true
  where old_items is not null and new_items is not null and coalesce(was->>'outcome', 'none') <> now->>'outcome'
  group by cards.checklist_id, now->>'itemId', was->>'outcome', now->>'outcome' order by 1, legs desc`;

const HEARD = `
  select count(*)::int as recordings, coalesce(sum(words), 0)::int as words, coalesce(sum(changed), 0)::int as changed
  from transcript where run_id = $1`;

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
    const [[heard], [failed], moves] = await Promise.all([
      this.source.query<Rehearing['heard'][]>(HEARD, [runId]),
      this.source.query<{ n: number }[]>(
        `select count(*)::int as n from journal_entry where event = 'call.rehear_failed' and details->>'runId' = $1`,
        [runId],
      ),
      this.source.query<(OutcomeMove & { itemId: string; title: Bilingual | null })[]>(MOVES, [runId]),
    ]);
    return {
      run,
      heard: heard ?? { recordings: 0, words: 0, changed: 0 },
      failed: failed?.n ?? 0,
      items: byItem(moves),
    };
  }
}

function byItem(moves: readonly (OutcomeMove & { itemId: string; title: Bilingual | null })[]): Rehearing['items'] {
  const ids = [...new Set(moves.map(({ itemId }) => itemId))];
  return ids.map((itemId) => {
    const own = moves.filter((move) => move.itemId === itemId);
    const title = own[0]?.title ?? { zh: itemId, en: itemId };
    return { itemId, title, moves: own.map(({ from, to, legs }) => ({ from, to, legs })) };
  });
}
