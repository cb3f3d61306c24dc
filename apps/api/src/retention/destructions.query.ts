import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DestructionList, type HeldBack } from '#contracts';
import { type Asker } from '#people';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

const MOST = 200;
const SOON = '30 days';

type Reason = HeldBack['reason'];
interface DestructionRecord {
  id: string;
  call_id: string;
  call_started_at: Date;
  recording_id: string;
  reason: Reason;
  ordered_at: Date;
  due_at: Date;
  cancelled_at: Date | null;
  started_at: Date | null;
  completed_at: Date | null;
  certificate: string | null;
  request: string | null;
  waits_for: string[];
}
type Counts = DestructionList['counts'];

/** Codes of the holds that cover a row of `recording` now. */
const holdsOver = (recording: string): string => `
  select distinct code from custody_hold join legal_hold on legal_hold.id = hold_id
  where custody_hold.call_id = ${recording}.call_id and custody_hold.released_at is null
    and (custody_hold.recording_id is null or custody_hold.recording_id = ${recording}.id)`;

/** Held recordings that lie in a package of evidence with the one to be destroyed: the package is a copy of both. */
const HELD_BY_PACKAGE = `
  select distinct code from evidence_export
  join legal_request_recording mine on mine.request_id = evidence_export.request_id
  join legal_request_recording other on other.request_id = evidence_export.request_id
  join recording packed on packed.id = other.recording_id
  join lateral (${holdsOver('packed')}) held on true
  where mine.recording_id = destruction.recording_id and packed.id <> mine.recording_id
    and packed.destruction_started_at is null and evidence_export.state in ('building', 'ready')`;

/** Of recordings that are not being destroyed: kept by the schedule until then, or their erasure agreed to. */
const HELD_BACK = `
  from recording join call on call.id = recording.call_id join leg on leg.id = recording.leg_id
  left join retention_term term on term.recording_id = recording.id and keep_until <= now()
    and version = (select max(version) from retention_schedule where decision = 'agreed')
  left join lateral (
    select kind, decided_at from data_request_recording asked join data_request on data_request.id = asked.request_id
    where asked.recording_id = recording.id and asked.outcome = 'held' order by decided_at limit 1) request on true
  where destruction_started_at is null and (term.recording_id is not null or request.kind is not null)
    and exists (${holdsOver('recording')})`;

/** What is due and when, what a hold keeps from it, and what was destroyed. */
@Injectable()
export class DestructionsQuery {
  constructor(private readonly source: DataSource) {}

  async list(asker: Asker): Promise<DestructionList> {
    const parameters = new Parameters();
    const visible = visibleLegs('retention.read', asker, parameters);
    const [rows, heldBack, counts] = await Promise.all([
      this.destructions(visible, parameters),
      this.heldBack(visible, parameters),
      this.counts(visible, parameters),
    ]);
    return { counts, heldBack, destructions: rows.map(destructionOf) };
  }

  private destructions(visible: string, { values }: Parameters): Promise<DestructionRecord[]> {
    return this.source.query(
      `select destruction.*, call.started_at as call_started_at, destruction_certificate.number as certificate,
         data_request.code as request,
         case when destruction.started_at is null and cancelled_at is null
           then array(${HELD_BY_PACKAGE} order by code) else '{}' end as waits_for
       from destruction join call on call.id = destruction.call_id
       left join destruction_certificate on destruction_certificate.destruction_id = destruction.id
       left join data_request on data_request.id = destruction.request_id
       where ${within(visible)}
       order by (completed_at is not null or cancelled_at is not null), coalesce(completed_at, cancelled_at) desc, due_at limit ${MOST}`,
      values,
    );
  }

  private async heldBack(visible: string, { values }: Parameters): Promise<HeldBack[]> {
    const rows: (Omit<HeldBack, 'callStartedAt' | 'dueAt'> & { callStartedAt: Date; dueAt: Date })[] =
      await this.source.query(
        `select recording.id as "recordingId", call.id as "callId", call.started_at as "callStartedAt",
           case when request.kind is null then 'schedule' else request.kind end as reason,
           coalesce(request.decided_at, keep_until) as "dueAt", array(${holdsOver('recording')} order by code) as holds
         ${HELD_BACK} and ${visible} order by "dueAt" limit ${MOST}`,
        values,
      );
    return rows.map((row) => ({
      ...row,
      callStartedAt: row.callStartedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
    }));
  }

  private async counts(visible: string, { values }: Parameters): Promise<Counts> {
    const [row]: Counts[] = await this.source.query(
      `select count(*) filter (where started_at is null and cancelled_at is null)::int as ordered,
         count(*) filter (where started_at is not null and completed_at is null)::int as started,
         count(*) filter (where completed_at is not null)::int as completed,
         (select count(*)::int ${HELD_BACK} and ${visible}) as "heldBack",
         (select count(*)::int from retention_term term join recording on recording.id = term.recording_id
            join leg on leg.id = recording.leg_id
          where keep_until > now() and keep_until <= now() + interval '${SOON}' and destruction_started_at is null
            and version = (select max(version) from retention_schedule where decision = 'agreed')
            and ${visible} and not exists (${holdsOver('recording')})) as "dueSoon"
       from destruction where ${within(visible)}`,
      values,
    );
    return row ?? { ordered: 0, started: 0, completed: 0, heldBack: 0, dueSoon: 0 };
  }
}

const within = (visible: string): string =>
  `exists (select 1 from recording join leg on leg.id = recording.leg_id where recording.id = destruction.recording_id and ${visible})`;

function destructionOf(row: DestructionRecord): DestructionList['destructions'][number] {
  const { cancelled_at, started_at, completed_at } = row;
  return {
    destructionId: row.id,
    callId: row.call_id,
    callStartedAt: row.call_started_at.toISOString(),
    recordingId: row.recording_id,
    reason: row.reason,
    state: completed_at ? 'completed' : started_at ? 'started' : cancelled_at ? 'cancelled' : 'ordered',
    orderedAt: row.ordered_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    startedAt: started_at?.toISOString() ?? null,
    completedAt: completed_at?.toISOString() ?? null,
    certificate: row.certificate,
    request: row.request,
    waitsFor: row.waits_for,
  };
}
