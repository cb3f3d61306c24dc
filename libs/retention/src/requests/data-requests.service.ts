/*
 * Requests of the persons recorded (PIPL 45/47, GDPR 15/17)
 *   register   finds their recordings; for all but access closes them at once, to everyone but Legal, and notes their calls without sound
 *   propose    one person says what to do, and why
 *   confirm    another agrees: destruction is ordered (or a hold keeps it, and it stays shut until the hold goes), or all is opened again;
 *              of a request for access, legal hands the copies over
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type DataRequestKind, type DataSubject } from '#contracts';
import { lockCalls } from '#calls';
import { JournalService } from '#journal';
import { areOfOnePerson, assertTwoPeople, assertHeldForAll, markOf } from '#people';
import { Clock, newId } from '#platform';
import { CustodyService } from '#recordings';
import { DataRequestLedger } from './data-request-ledger.js';
import { DataRequest, DataRequestRecording } from './data-request.entity.js';
import { retentionRefusals } from '../refusals.js';

export interface RequestOrder {
  kind: DataRequestKind;
  subject: DataSubject;
  reference: string;
  note: string | null;
}

@Injectable()
export class DataRequests {
  constructor(
    private readonly source: DataSource,
    private readonly custody: CustodyService,
    private readonly ledger: DataRequestLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns its id. @throws DomainError `no_recording_of_subject` */
  async register(order: RequestOrder, actorPersonId: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const requestId = await this.registerIn(tx, order, actorPersonId);
      if (requestId === null) throw retentionRefusals.no_recording_of_subject();
      return requestId;
    });
  }

  /**
   * What turns out not to have been recorded with right: consent was taken back in a word that came late, or by its corrected facts the rules
   * forbid it. It is shut at once, and legal decides. Said again while that is open, nothing more happens, unless there is a recording that the
   * open request does not list.
   * @returns the request, or null where there is none to make
   */
  async registerForCall(
    tx: EntityManager,
    { kind, callId, reference }: { kind: 'withdrawal' | 'not_recordable'; callId: string; reference: string },
    actorPersonId: string,
  ): Promise<string | null> {
    await lockCalls(tx, [callId]);
    const asked: unknown[] = await tx.query(
      `select 1 from data_request where kind in ('withdrawal', 'not_recordable') and state in ('open', 'waiting', 'agreed')
         and subject->'callIds' = jsonb_build_array($1::text) and not exists (
           select 1 from recording where recording.call_id = $1::uuid and destruction_started_at is null and not exists (
             select 1 from data_request_recording listed where listed.request_id = data_request.id and recording_id = recording.id)) limit 1`,
      [callId],
    );
    if (asked.length > 0) return null;
    const order: RequestOrder = { kind, subject: { callIds: [callId] }, reference, note: null };
    const requestId = await this.registerIn(tx, order, actorPersonId);
    // Who took it and who answers for its quality are told: it can be the very call that a spot check or a dispute is about.
    if (requestId) await this.journal.append(tx, 'call.shut', { shutCallId: callId, kind }, { callId, actorPersonId });
    return requestId;
  }

  /** @returns null when nothing was recorded of whom it is about */
  private async registerIn(tx: EntityManager, order: RequestOrder, actorPersonId: string): Promise<string | null> {
    const found = await recordingsOf(tx, order.subject);
    const soundless = order.kind === 'access' ? [] : await soundlessOf(tx, order.subject);
    if (found.length + soundless.length === 0) return null;
    const requestId = await this.insert(tx, order, actorPersonId);
    await tx.query('insert into data_request_call (request_id, call_id) select $1, unnest($2::uuid[])', [
      requestId,
      soundless,
    ]);
    for (const { recordingId, callId } of found) {
      await this.custody.lock(tx, recordingId);
      const restrictedByThis = order.kind !== 'access' && (await this.custody.restrict(tx, recordingId, true));
      await tx.insert(DataRequestRecording, { requestId, recordingId, callId, restrictedByThis, outcome: null });
      if (restrictedByThis)
        await this.journal.append(
          tx,
          'recording.restricted',
          { recordingId, requestId, kind: order.kind },
          { callId, actorPersonId },
        );
    }
    const details = { requestId, kind: order.kind, recordings: found.length, calls: soundless.length };
    await this.journal.append(tx, 'data_request.registered', details, { actorPersonId });
    return requestId;
  }

  /** @throws DomainError `no_such_data_request` | `data_request_not_open` */
  async propose(id: string, proposal: 'agree' | 'refuse', reason: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await lock(tx, id);
      if (request.state !== 'open') throw retentionRefusals.data_request_not_open();
      const proposed = { proposal, proposalReason: reason, proposedByPersonId: actorPersonId };
      await tx.update(DataRequest, id, { state: 'waiting', ...proposed, proposedAt: this.clock.now() });
      await this.journal.append(tx, 'data_request.decision_proposed', { requestId: id, proposal }, { actorPersonId });
    });
  }

  /** Confirms what was proposed, or sends it back. @throws DomainError `data_request_not_waiting` | `data_request_needs_another` | `proposer_gone` */
  async decide(id: string, decision: 'confirmed' | 'sent_back', actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const request = await lock(tx, id);
      if (request.state !== 'waiting' || !request.proposal || !request.proposedByPersonId)
        throw retentionRefusals.data_request_not_waiting();
      if (decision === 'sent_back') {
        const nothing = { proposal: null, proposalReason: null, proposedByPersonId: null, proposedAt: null };
        await tx.update(DataRequest, id, { state: 'open', ...nothing });
        return void (await this.journal.append(tx, 'data_request.sent_back', { requestId: id }, { actorPersonId }));
      }
      const { kind, proposal, proposedByPersonId, proposedAt } = request;
      // What is agreed to be erased is destroyed before its time: two persons, in every house.
      const second = { personId: actorPersonId, at: this.clock.now() };
      const ofTwo = kind !== 'access' && proposal === 'agree';
      if (ofTwo && (await areOfOnePerson(tx, proposedByPersonId, second)))
        throw retentionRefusals.data_request_needs_another();
      const first = { personId: proposedByPersonId, at: proposedAt ?? second.at };
      const eyes = await assertTwoPeople(tx, first, second, retentionRefusals.data_request_needs_another);
      await assertHeldForAll(tx, request.proposedByPersonId, 'data_requests.manage');
      const decided = { decidedByPersonId: actorPersonId, decidedAt: second.at };
      const state = request.proposal === 'agree' ? ('agreed' as const) : ('refused' as const);
      await tx.update(DataRequest, id, { state, ...decided });
      await this.carryOut(tx, { ...request, ...decided }, state);
      const details = { requestId: id, kind, decision: state, ...markOf(eyes) };
      await this.journal.append(tx, 'data_request.decided', details, { actorPersonId });
    });
  }

  private async carryOut(tx: EntityManager, request: DataRequest, state: 'agreed' | 'refused'): Promise<void> {
    const rows = await tx.find(DataRequestRecording, {
      where: { requestId: request.id },
      order: { recordingId: 'ASC' },
    });
    for (const { recordingId } of rows) {
      if (request.kind === 'access') {
        const outcome = state === 'agreed' ? ('handed_over' as const) : ('refused' as const);
        await tx.update(DataRequestRecording, { requestId: request.id, recordingId }, { outcome });
      } else if (state === 'agreed') await this.ledger.carryOut(tx, request, recordingId);
      else await this.ledger.letGo(tx, request, recordingId);
    }
  }

  private async insert(tx: EntityManager, order: RequestOrder, registeredByPersonId: string): Promise<string> {
    // Codes are dense and read aloud: two that register at once wait for each other.
    await tx.query('select pg_advisory_xact_lock(7334)');
    const code = `DR-${String((await tx.count(DataRequest)) + 1).padStart(4, '0')}`;
    const id = newId();
    const registered = { registeredByPersonId, registeredAt: this.clock.now() };
    const { staffNumber, ...others } = order.subject;
    const ofAgent = staffNumber !== undefined && Object.values(others).every((one) => one === undefined);
    await tx.insert(DataRequest, { id, code, ...order, ofAgent, state: 'open', ...registered });
    return id;
  }
}

async function lock(tx: EntityManager, id: string): Promise<DataRequest> {
  const request = await tx.findOne(DataRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!request) throw retentionRefusals.no_such_data_request();
  return request;
}

const OF_SUBJECT = `(($1::text is not null and shown_words(call.customer) = shown_words($1)) or call.matter_id = $2::uuid
  or person.staff_number = $3 or call.id = any($4::uuid[]))`;
const valuesOf = ({ customer, matterId, staffNumber, callIds }: DataSubject): unknown[] => [
  ...[customer ?? null, matterId ?? null, staffNumber ?? null, callIds ?? []],
];

/** Of what is not destroyed yet, in the order in which custody is taken. */
async function recordingsOf(
  tx: EntityManager,
  subject: DataSubject,
): Promise<{ recordingId: string; callId: string }[]> {
  return tx.query(
    `select distinct recording.id as "recordingId", recording.call_id as "callId"
     from recording join call on call.id = recording.call_id join leg on leg.id = recording.leg_id join person on person.id = leg.person_id
     where destruction_started_at is null and ${OF_SUBJECT}
     order by recording.call_id, recording.id`,
    valuesOf(subject),
  );
}

/** Calls of which no sound is left, or never was, and on which the person is still known. */
async function soundlessOf(tx: EntityManager, subject: DataSubject): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct call.id from call left join leg on leg.call_id = call.id left join person on person.id = leg.person_id
     where ${OF_SUBJECT}
       and not exists (select 1 from recording where recording.call_id = call.id and destruction_started_at is null)
       and not exists (select 1 from call_erasure where call_erasure.call_id = call.id and of_customer)
     order by call.id`,
    valuesOf(subject),
  );
  return rows.map(({ id }) => id);
}
