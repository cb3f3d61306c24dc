import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkService, type JobContext } from '#platform';
import { KeptRecords } from '#telephony';

/** Legs whose extension belongs to a person by now, or whose queue has another team, and their calls. */
const UNPLACED = `
  select distinct leg.call_id as "callId" from leg join call on call.id = leg.call_id
    join extension_assignment on extension_assignment.extension = leg.extension
      and starts_at <= coalesce(began_at, leg.answered_at, call.started_at)
      and (ends_at is null or ends_at > coalesce(began_at, leg.answered_at, call.started_at))
  where leg.person_id is null and leg.kind in ('agent', 'consult')
  union select leg.call_id from leg left join queue_team on queue_team.queue = leg.queue
  where leg.person_id is null and leg.queue is not null and leg.team_id is distinct from queue_team.team_id`;

/** An extension was given to a person, or a queue to a team, also for a time that is past: calls of that time are folded again, and so take it up. */
@Injectable()
export class PlaceLegsService {
  constructor(
    private readonly source: DataSource,
    private readonly kept: KeptRecords,
    private readonly work: WorkService,
  ) {}

  async place({ lease }: JobContext): Promise<void> {
    const calls: { callId: string }[] = await this.source.query(UNPLACED);
    await this.source.transaction(async (tx) => {
      await this.work.complete(tx, lease);
      await this.kept.dueOfCalls(
        tx,
        calls.map(({ callId }) => callId),
      );
      const due = await this.kept.sourcesDue(tx);
      await this.work.openMany(
        tx,
        due.map((subjectId) => ({ job: 'fold-records' as const, subjectId })),
      );
    });
  }
}
