import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type CallJournal } from '#contracts';
import { rowsOfCall } from '#calls';
import { type Asker } from '#people';
import { WithheldResults } from '#reviews';
import { maySeeRequester } from './accesses.query.js';
import { actedAs } from '../../people/person.sql.js';
import { CallAccess } from '../../reach/call-access.js';

interface EntryRecord {
  id: string;
  position: string | null;
  at: Date;
  event: string;
  actor_person_id: string | null;
  name: Bilingual | null;
  details: Record<string, unknown> | null;
  ref: string | null;
}

/** A call's history. Entries about a leg that may not be seen are left out, as the leg itself is. */
@Injectable()
export class CallJournalQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly withheld: WithheldResults,
  ) {}

  /** @throws DomainError `not_found` */
  async journal(asker: Asker, callId: string): Promise<CallJournal> {
    const legs = await this.access.legs(asker, callId, 'calls.journal.read');
    const parts = await rowsOfCall(this.source.manager, callId);
    const records: EntryRecord[] = await this.source.query(
      `select journal_entry.id, position, at, event, actor_person_id, case when person.id is not null then ${actedAs('person', "(details->>'forPersonId')::uuid")} end as name, details, coalesce(dispute.code, plan.code, coaching.code, best.code) as ref
       from journal_entry
       left join journal_detail on entry_id = journal_entry.id
       left join journal_seal on journal_seal.entry_id = journal_entry.id
       left join request_grant given on given.id = (details->>'grantId')::uuid
       left join legal_request request on request.id = given.request_id
       -- Who asked in a confidential request is told to those alone who oversee requests.
       left join person on person.id = actor_person_id and (request.confidential is not true or $3 or actor_person_id = $4)
       left join transcript on transcript.id = (details->>'transcriptId')::uuid
       left join recording on recording.id = coalesce((details->>'recordingId')::uuid, transcript.recording_id)
       left join dispute on dispute.id = (details->>'disputeId')::uuid
       left join best_call best on best.id = (details->>'bestCallId')::uuid
       left join coaching_session coaching on coaching.id = (details->>'coachingId')::uuid
       left join sampling_plan plan on plan.id = (details->>'planId')::uuid
       where journal_entry.call_id = any($1::uuid[])
         and coalesce(coalesce((details->>'legId')::uuid, recording.leg_id) = any($2), true)
         -- How many results a colleague changed, what was promised, or that the agent contests a result, is no secret but to a person who judges the leg blind.
         and not ((event in ('scorecard.reviewed', 'review.retracted') or event like 'dispute.%' or event like 'commitment.%') and coalesce((details->>'legId')::uuid = any($5::uuid[]), false))
       order by at, journal_entry.id`,
      [parts, legs.map(({ id }) => id), maySeeRequester(asker), asker.personId, await this.withheld.of(asker)],
    );
    return { entries: records.map(entryOf) };
  }
}

const entryOf = (record: EntryRecord): CallJournal['entries'][number] => ({
  entryId: record.id,
  position: record.position === null ? null : Number(record.position),
  at: record.at.toISOString(),
  event: record.event,
  actor: {
    kind: record.actor_person_id === null ? 'system' : 'person',
    name: record.name,
  },
  ref: record.ref,
  details: record.details ?? {},
});
