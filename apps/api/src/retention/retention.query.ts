import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type DestructionList, type RetentionView, type ScheduleVersion } from '#contracts';
import { type Asker } from '#people';
import { RetentionClock, RetentionScheduleRow, ScheduleService } from '#retention';
import { Parameters, visibleLegs } from '../dashboard/visible-legs.js';

const MOST = 200;

interface DestructionRecord {
  id: string;
  call_id: string;
  recording_id: string;
  reason: DestructionList['destructions'][number]['reason'];
  ordered_at: Date;
  due_at: Date;
  cancelled_at: Date | null;
  started_at: Date | null;
  completed_at: Date | null;
  certificate: string | null;
  request: string | null;
}

/** What retention looks like now, for those who keep it. */
@Injectable()
export class RetentionQuery {
  constructor(
    private readonly source: DataSource,
    private readonly schedules: ScheduleService,
    private readonly clock: RetentionClock,
  ) {}

  async view(asker: Asker): Promise<RetentionView> {
    const [current, waiting, published, clock, clients] = await Promise.all([
      this.schedules.current(),
      this.schedules.waiting(),
      this.source.manager.find(RetentionScheduleRow, {
        where: { decision: 'agreed' },
        order: { version: 'DESC' },
        take: 50,
      }),
      this.clock.state(),
      this.clients(),
    ]);
    const names = await this.names([...published, ...(waiting ? [waiting] : [])]);
    const { stoppedAt, jumped, jumpedSeconds } = clock;
    return {
      current: current && versionOf(current, names),
      waiting: waiting && { ...versionOf(waiting, names), mine: waiting.proposedByPersonId === asker.personId },
      history: published.map((row) => versionOf(row, names)),
      stopped: stoppedAt && jumped ? { at: stoppedAt.toISOString(), jumped, seconds: jumpedSeconds ?? 0 } : null,
      clients,
    };
  }

  async destructions(asker: Asker): Promise<DestructionList> {
    const parameters = new Parameters();
    const visible = visibleLegs('retention.read', asker, parameters);
    const within = `exists (select 1 from recording join leg on leg.id = recording.leg_id where recording.id = destruction.recording_id and ${visible})`;
    const [rows, counts] = await Promise.all([
      this.source.query<DestructionRecord[]>(
        `select destruction.*, destruction_certificate.number as certificate, data_request.code as request
         from destruction left join destruction_certificate on destruction_certificate.destruction_id = destruction.id
         left join data_request on data_request.id = request_id
         where ${within}
         order by (completed_at is not null or cancelled_at is not null), coalesce(completed_at, cancelled_at) desc, due_at limit ${MOST}`,
        parameters.values,
      ),
      this.source.query<DestructionList['counts'][]>(
        `select count(*) filter (where started_at is null and cancelled_at is null)::int as ordered,
           count(*) filter (where started_at is not null and completed_at is null)::int as started,
           count(*) filter (where completed_at is not null)::int as completed from destruction where ${within}`,
        parameters.values,
      ),
    ]);
    return { counts: counts[0] ?? { ordered: 0, started: 0, completed: 0 }, destructions: rows.map(destructionOf) };
  }

  private clients(): Promise<RetentionView['clients']> {
    return this.source.query(
      `select id as "clientId", jsonb_build_object('zh', name_zh, 'en', name_en) as name from client order by name_en limit 500`,
    );
  }

  private async names(rows: readonly RetentionScheduleRow[]): Promise<Map<string, Bilingual>> {
    const ids = rows.flatMap(({ proposedByPersonId, decidedByPersonId }) => [proposedByPersonId, decidedByPersonId]);
    const people: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(people.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}

function versionOf(row: RetentionScheduleRow, names: Map<string, Bilingual>): ScheduleVersion {
  const { version, schedule, reason, proposedByPersonId, proposedAt, decidedByPersonId, decidedAt } = row;
  return {
    version,
    schedule,
    reason,
    proposed: { by: names.get(proposedByPersonId) ?? null, at: proposedAt.toISOString() },
    decided: decidedAt && { by: names.get(decidedByPersonId ?? '') ?? null, at: decidedAt.toISOString() },
  };
}

function destructionOf(row: DestructionRecord): DestructionList['destructions'][number] {
  const { cancelled_at, started_at, completed_at } = row;
  return {
    destructionId: row.id,
    callId: row.call_id,
    recordingId: row.recording_id,
    reason: row.reason,
    state: completed_at ? 'completed' : started_at ? 'started' : cancelled_at ? 'cancelled' : 'ordered',
    orderedAt: row.ordered_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    startedAt: started_at?.toISOString() ?? null,
    completedAt: completed_at?.toISOString() ?? null,
    certificate: row.certificate,
    request: row.request,
  };
}
