import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ConsentStatement, type UploadMetadata } from '#contracts';
import { Call, callNamed, directionOf, enterCall, enterGate, isKnownFromRecordsOnly, Leg, lockCalls } from '#calls';
import { ConsentDecision, decideConsent, groundOf, RulesInForce } from '#consent';
import { JournalService } from '#journal';
import { HoldService } from '#legal';
import { ExtensionMapService, Person } from '#people';
import { Clock, DomainError, newId } from '#platform';
import { DataRequests } from '#retention';
import { KeptRecords } from '#telephony';
import { rowsOfIncomingCall, type IncomingCall } from './incoming-call.js';
import { legOfUpload } from './told-leg.js';
import { uploadRefusals } from '../refusals.js';

/** Writes down calls that are heard of, with the gate's decision. Once known, a call stays: recorded or not. */
@Injectable()
export class CallRegister {
  constructor(
    private readonly source: DataSource,
    private readonly extensions: ExtensionMapService,
    private readonly rules: RulesInForce,
    private readonly journal: JournalService,
    private readonly holds: HoldService,
    private readonly requests: DataRequests,
    private readonly records: KeptRecords,
    private readonly clock: Clock,
  ) {}

  /** By its own id, or by any that records of its telephone system know it by. */
  async find({ source, externalId }: Pick<UploadMetadata, 'source' | 'externalId'>): Promise<Call | null> {
    const tx = this.source.manager;
    const own = await tx.findOneBy(Call, { source, externalId });
    // One that was joined to another still has its recordings.
    if (own && !isKnownFromRecordsOnly(own)) return own;
    const id = await callNamed(tx, source, externalId);
    return id === null ? own : tx.findOneBy(Call, { id });
  }

  /** The agent, by staff number, or by who sat at the extension at the time. @throws DomainError `unknown_staff_number`, `unknown_extension` */
  async agentOf(metadata: UploadMetadata): Promise<Person> {
    const { staffNumber, extension } = metadata.legs[0] ?? {};
    const person =
      extension === undefined
        ? await this.source.manager.findOneBy(Person, { staffNumber: staffNumber ?? '' })
        : await this.extensions.personAt(extension, timeOfLeg(metadata));
    if (!person) throw this.unknownAgent(metadata);
    return person;
  }

  /** Also the answer for a person of a team that the sender may not send for: it is not told whether there is one. */
  unknownAgent(metadata: UploadMetadata): DomainError {
    const { staffNumber = '', extension } = metadata.legs[0] ?? {};
    return extension === undefined
      ? uploadRefusals.unknown_staff_number(staffNumber)
      : uploadRefusals.unknown_extension(extension, timeOfLeg(metadata));
  }

  /** The rows of a new call, with the consent gate's decision by the rules of its time; nothing is stored. */
  async prepare(metadata: UploadMetadata, agent: Person): Promise<IncomingCall> {
    const { classification, region, consent, startedAt } = metadata;
    const known = await this.find(metadata);
    const told = known && isKnownFromRecordsOnly(known) ? known : null;
    // The telephone system knows who called whom.
    const direction = told?.direction ?? metadata.direction;
    const { version, rules } = await this.rules.at(new Date(startedAt));
    const gate = { ...decideConsent({ direction, classification, region, consent }, rules), rulesVersion: version };
    const place = { personId: agent.id, teamId: agent.teamId };
    return rowsOfIncomingCall(metadata, place, gate, { now: this.clock.now(), toldCallId: told?.id ?? null });
  }

  /**
   * The gate's decision on a call as it is known now, by the rules of its time. Without a new statement the last one counts, and a ground
   * that its rule accepted.
   */
  async decideAgain(
    tx: EntityManager,
    call: Call,
    last: ConsentDecision,
    statement?: ConsentStatement,
  ): Promise<IncomingCall['consent']> {
    const { id: callId, classification, region } = call;
    const { version: rulesVersion, rules } = await this.rules.at(call.startedAt, tx);
    const consent = statement ?? { state: last.state, ...(last.ground && { reason: last.ground }) };
    const gate = decideConsent({ direction: directionOf(call), classification, region, consent }, rules);
    const sameRule = gate.ruleId === last.ruleId && rulesVersion === last.rulesVersion;
    const asBefore = !statement && sameRule && last.mayRecord;
    const { evidenceKind, evidenceAt, evidenceReference } = evidenceOf(statement, last);
    return {
      ...{ id: newId(), callId, state: consent.state, ruleId: gate.ruleId, rulesVersion },
      ground: statement ? groundOf(statement) : last.ground,
      ...(asBefore ? { mayRecord: true, reason: null } : { mayRecord: gate.mayRecord, reason: gate.reason }),
      ...{ evidenceKind: evidenceKind as IncomingCall['consent']['evidenceKind'], evidenceAt, evidenceReference },
      decidedAt: this.clock.now(),
    };
  }

  /** The leg that a recording of this agent belongs to; the first where they took several. */
  async legOf(callId: string, personId: string): Promise<Leg | null> {
    return this.source.manager.findOne(Leg, { where: { callId, personId, kind: 'agent' }, order: { position: 'ASC' } });
  }

  /** Whether this agent took the leg, as far as is known. */
  async isLegOf(legId: string, personId: string): Promise<boolean> {
    return this.source.manager.existsBy(Leg, { id: legId, personId });
  }

  /**
   * Stores a prepared call in the caller's transaction. A second call with the same identity violates its unique key.
   * @returns the leg that the upload is of. @throws CallEntered where records told of it, and another upload was first
   */
  async insert(
    tx: EntityManager,
    incoming: IncomingCall,
    metadata: UploadMetadata,
    actorPersonId: string,
  ): Promise<string> {
    const { call, leg, consent, told } = incoming;
    const about = { callId: call.id, actorPersonId };
    const notRecorded = consent.mayRecord ? null : consent.reason;
    let legId = leg.id;
    if (told) {
      // What the upload says beside its records, and whose number it names, is asked once more.
      await this.records.dueOfCalls(tx, [call.id]);
      await enterGate(tx, { ...call, matter: metadata.matter }, notRecorded, call.createdAt);
      legId = await legOfUpload(tx, incoming, metadata);
    } else {
      await enterCall(tx, { call, leg, matter: metadata.matter, notRecorded });
      await this.journal.append(tx, 'call.known', { source: call.source, direction: call.direction }, about);
    }
    await this.holds.cover(tx, call.id);
    await this.insertDecision(tx, consent, actorPersonId);
    if (consent.reason) await this.journal.append(tx, 'call.not_recorded', { reason: consent.reason }, about);
    return legId;
  }

  /** @throws DomainError `call_shut`. The answer stays true only under the call's lock. */
  async assertTakesSound(callId: string, tx: EntityManager = this.source.manager): Promise<void> {
    const [row]: { shut: boolean }[] = await tx.query('select call_is_shut($1) as shut', [callId]);
    if (row?.shut !== false) throw uploadRefusals.call_shut();
  }

  /** Stores a call of which not a byte may be kept. */
  async insertHeldBack(incoming: IncomingCall, metadata: UploadMetadata, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => void (await this.insert(tx, incoming, metadata, actorPersonId)));
  }

  /**
   * Writes down what was said about a call that is recorded already. That consent was taken back, or never given, must not be lost because it
   * came late: what was recorded is shut, and a request of the person waits for legal.
   */
  async noteStatement(call: Call, consent: IncomingCall['consent'], actorPersonId: string): Promise<void> {
    await this.source.transaction((tx) => this.noteStatementIn(tx, call, consent, actorPersonId));
  }

  /** The same in the caller's transaction: what is recorded in it is never open to anyone. */
  async noteStatementIn(
    tx: EntityManager,
    { id: callId, source, externalId }: Pick<Call, 'id' | 'source' | 'externalId'>,
    consent: IncomingCall['consent'],
    actorPersonId: string,
  ): Promise<void> {
    await lockCalls(tx, [callId]);
    await this.insertDecision(tx, { ...consent, id: newId(), callId, decidedAt: this.clock.now() }, actorPersonId);
    if (consent.state !== 'withdrawn' && consent.state !== 'declined') return;
    const reference = consent.evidenceReference ?? `${source} ${externalId}`;
    const request = { kind: 'withdrawal', callId, reference: reference.slice(0, 120) } as const;
    await this.requests.registerForCall(tx, request, actorPersonId);
  }

  async insertDecision(tx: EntityManager, decision: IncomingCall['consent'], actorPersonId: string): Promise<void> {
    await tx.insert(ConsentDecision, decision);
    const { callId, state, ruleId, rulesVersion, mayRecord, reason, evidenceKind, evidenceReference } = decision;
    const details = { state, ruleId, rulesVersion, mayRecord, reason, evidenceKind, evidenceReference };
    await this.journal.append(tx, 'consent.decided', details, { callId, actorPersonId });
  }
}

function evidenceOf(statement: ConsentStatement | undefined, last: ConsentDecision) {
  if (!statement) return last;
  const { kind, at, reference } = statement.evidence ?? {};
  return {
    ...{ evidenceKind: kind ?? null, evidenceAt: at === undefined ? null : new Date(at) },
    evidenceReference: reference ?? null,
  };
}

/** When it is asked who sat at an extension. */
function timeOfLeg({ startedAt, legs: [leg] }: UploadMetadata): Date {
  return new Date(leg?.answeredAt ?? leg?.alertedAt ?? startedAt);
}
