import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Language, type ProcessingBoard } from '#contracts';
import { type Asker } from '#people';
import { TALLIES } from '#platform';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

interface GroupRecord {
  reason: string;
  language: Language | null;
  calls: number;
  oldest: Date;
  said: string | null;
  mine: number;
}

/** How many calls are at which stage, and what those that need attention wait for: numbers, over everyone's calls. */
@Injectable()
export class CallsBoardQuery {
  constructor(private readonly source: DataSource) {}

  stages(): Promise<ProcessingBoard['stages']> {
    return this.source.query(
      `select key as stage, sum(n)::int as calls from ${TALLIES} where of = 'call_stage' group by key having sum(n) > 0`,
    );
  }

  /** Longest waiting first. Only for an engine does it matter which language a call waits in. */
  async attention(asker: Asker): Promise<ProcessingBoard['attention']> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.retry', asker, parameters);
    const rows: GroupRecord[] = await this.source.query(
      `select stage_reason as reason, case when stage_reason = 'no_engine_for_language' then language end as language,
         count(*)::int as calls, min(stage_at) as oldest,
         (array_agg(stage_said order by stage_at desc) filter (where stage_said is not null))[1] as said,
         count(*) filter (where exists (select 1 from leg where leg.call_id = call.id and ${visible}))::int as mine
       from call where stage = 'needs_attention' group by 1, 2 order by oldest`,
      parameters.values,
    );
    return rows.map(({ oldest, ...group }) => ({ ...group, oldestAt: oldest.toISOString() }));
  }
}
