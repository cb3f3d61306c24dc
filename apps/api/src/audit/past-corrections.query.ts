import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { type Bilingual, type PastCorrection, type RetentionSchedule } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';
import { factsAround, fieldsOf, wouldBeRefused, type CorrectionMade } from './past-corrections.rules.js';

/** Listed at once: all of them are from before the upgrade by which corrections came to take two. */
const MOST = 100_000;

interface Row extends CorrectionMade {
  id: string;
  callId: string;
  startedAt: Date;
  origin: PastCorrection['from'];
  reason: string | null;
  by: { personId: string; name: Bilingual };
  /** From before corrections were weighed. */
  old: boolean;
  now: Record<string, unknown>;
  clientId: string;
  toOneself: boolean;
  party: boolean;
  disputed: boolean;
  kept: boolean;
  schedule: RetentionSchedule | null;
}

/** A dispute of the call that was open when it was corrected; corrections ended disputes in the same breath. */
const OPEN_THEN = `dispute.call_id = made.call_id and dispute.filed_at < made.at
  and (dispute.final_at is null or dispute.final_at > made.at - interval '5 seconds')`;

/** Corrections that one person made alone and that would be refused, or would wait for a second person, now. */
@Injectable()
export class PastCorrectionsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  /** The latest first. */
  async list(asker: Asker): Promise<PastCorrection[]> {
    const { timeZone } = await this.company.profile();
    const dayOf = (instant: string) => DateTime.fromISO(instant, { zone: timeZone }).toISODate() ?? '';
    const rows = await this.rows(asker);
    const ofCall = new Map<string, Row[]>();
    for (const row of rows) ofCall.set(row.callId, [...(ofCall.get(row.callId) ?? []), row]);
    return rows.flatMap((row) => {
      const fields = fieldsOf(row);
      const around = factsAround(row.now, ofCall.get(row.callId) ?? [], row);
      const found = row.old ? wouldBeRefused(around, fields, { ...row, dayOf }) : null;
      if (!found) return [];
      const { id: correctionId, callId, by, reason, origin: from } = row;
      const startedAt = row.startedAt.toISOString();
      return [{ correctionId, at: row.at.toISOString(), callId, startedAt, by, reason, from, fields, ...found }];
    });
  }

  /** Every correction of a call of which one is from before they were weighed. */
  private rows(asker: Asker): Promise<Row[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('journal.read', asker, parameters);
    return this.source.query(
      `select made.id, made.call_id as "callId", call.started_at as "startedAt", made.at, made.origin, made.reason, made.moved is null as old,
         made.before, made.after, team.client_id as "clientId",
         json_build_object('personId', maker.id, 'name', json_build_object('zh', maker.name_zh, 'en', maker.name_en)) as by,
         json_build_object('startedAt', call.started_at, 'purpose', call.purpose, 'outcome', call.outcome, 'direction', call.direction,
           'queue', its.queue) as now,
         coalesce(made.after ->> 'staffNumber' = maker.staff_number, false) as "toOneself",
         exists (select 1 from dispute where ${OPEN_THEN}) as disputed,
         exists (select 1 from dispute where ${OPEN_THEN} and (maker.id in (dispute.filed_by_person_id, dispute.judged_by_person_id)
           or exists (select 1 from dispute_decision said where said.dispute_id = dispute.id and said.decided_at < made.at
             and maker.id in (said.decided_by_person_id, said.for_person_id)))) as party,
         exists (select 1 from recording where recording.call_id = made.call_id and recording.created_at <= made.at) as kept,
         (select schedule from retention_schedule held where held.decision = 'agreed' and held.decided_at <= made.at
           order by held.version desc limit 1) as schedule
       from call_correction made join call on call.id = made.call_id join person maker on maker.id = made.by_person_id
         join leg its on its.id = made.leg_id join team on team.id = its.team_id
       where exists (select 1 from call_correction old where old.call_id = made.call_id and old.moved is null)
         and exists (select 1 from leg where leg.call_id = made.call_id and ${visible})
       order by made.at desc, made.id desc limit ${MOST}`,
      parameters.values,
    );
  }
}
