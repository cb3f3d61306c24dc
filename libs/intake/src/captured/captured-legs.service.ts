import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CaptureLoss, type ConsentStatement, type UploadMetadata } from '#contracts';
import {
  CallFact,
  createFromRecords,
  isKnownFromRecordsOnly,
  Leg,
  legsOfCalls,
  lockCalls,
  maskCustomer,
  writeLeg,
} from '#calls';
import { JournalService } from '#journal';
import { reaches, scopeOf } from '#people';
import { Clock, newId, ToLookAt } from '#platform';
import { type TelephonySourceRow } from '#telephony';
import { CallRegister } from '../gate/call-register.service.js';
import { type IncomingCall } from '../gate/incoming-call.js';
import { type Sender } from '../sender.js';
import { legOfTalk, newLeg, recordedLegOf, unknownLegOfTalk } from './leg-of-talk.rules.js';

type About = Pick<UploadMetadata, 'source' | 'externalId' | 'direction' | 'startedAt' | 'region' | 'customer'>;

/** Legs of captured calls: of agents who came later, and of those who are not known. */
@Injectable()
export class CapturedLegs {
  constructor(
    private readonly source: DataSource,
    private readonly calls: CallRegister,
    private readonly journal: JournalService,
    private readonly looks: ToLookAt,
    private readonly clock: Clock,
  ) {}

  /**
   * The leg that a talk is of: the one that was written down for it before, the agent's nearest by the telephone records, else a new one behind
   * all others. Safe to ask again.
   * @returns null: the agent's first, or one that the way in makes with the call
   */
  async seat(metadata: UploadMetadata, { held, personId }: Sender): Promise<string | null> {
    const call = await this.calls.find(metadata);
    if (!call) return null;
    const agent = await this.calls.agentOf(metadata);
    const scope = scopeOf('calls.ingest', held, personId);
    if (!reaches(scope, { personId: agent.id, teamId: agent.teamId })) throw this.calls.unknownAgent(metadata);
    const [told] = metadata.legs;
    return this.source.transaction(async (tx) => {
      await lockCalls(tx, [call.id]);
      const legs = await legsOfCalls(tx, [call.id]);
      const unknown = unknownLegOfTalk(legs, told ?? {});
      if (unknown) {
        await writeLeg(tx, unknown.id, { personId: agent.id, teamId: agent.teamId });
        await this.say(tx, unknown, 'staffNumber', null);
        return unknown.id;
      }
      const there = legOfTalk(legs, agent.id, told ?? {});
      if (there || isKnownFromRecordsOnly(call) || told?.answeredAt === undefined) return there?.id ?? null;
      const { leg } = await this.calls.prepare(metadata, agent);
      const position = Math.max(-1, ...legs.map((one) => one.position)) + 1;
      await tx.insert(Leg, { ...leg, callId: call.id, extension: told.extension ?? null, position });
      await this.say(tx, { id: leg.id, callId: call.id }, 'staffNumber', null);
      return leg.id;
    });
  }

  /** The gate's decision on a statement that ends the call's recording. */
  async statementOf(metadata: UploadMetadata, consent: ConsentStatement): Promise<IncomingCall['consent']> {
    const agent = await this.calls.agentOf(metadata);
    return (await this.calls.prepare({ ...metadata, consent }, agent)).consent;
  }

  /**
   * Writes down a talk that is no recording, or not yet. Safe to say again.
   * @param loss what became of its sound; null: there was none
   */
  async note(
    of: TelephonySourceRow | null,
    about: About,
    told: UploadMetadata['legs'][number],
    loss: CaptureLoss | null,
  ): Promise<void> {
    const known = await this.calls.find(about);
    await this.source.transaction(async (tx) => {
      const callId = known?.id ?? (await this.enter(tx, about, told.endedAt));
      await lockCalls(tx, [callId]);
      const legs = await legsOfCalls(tx, [callId]);
      const teamId = of?.teamIds?.length === 1 ? (of.teamIds[0] ?? null) : null;
      const there =
        unknownLegOfTalk(legs, told) ??
        legs.find((one) => legOfTalk([one], one.personId, told)) ??
        recordedLegOf(legs, about.startedAt, told);
      const leg = there ?? newLeg({ id: newId(), callId, teamId }, told, legs);
      if (!there) await tx.insert(Leg, leg);
      if (loss) await this.say(tx, leg, 'captured', loss);
    });
  }

  /** A call that the gate is not asked about: nothing of it is recorded yet. */
  private async enter(tx: EntityManager, about: About, endedAt: string | undefined): Promise<string> {
    const { source, externalId, direction, startedAt, region, customer } = about;
    const [id, createdAt] = [newId(), this.clock.now()];
    const times = { startedAt: new Date(startedAt), answeredAt: null, endedAt: endedAt ? new Date(endedAt) : null };
    const told = { direction, customer: maskCustomer(customer), connection: null, ...times, stage: 'ended' as const };
    await createFromRecords(tx, { id, source, externalId, region, createdAt }, told);
    await this.journal.append(tx, 'call.known', { source, direction }, { callId: id });
    return id;
  }

  /** Stores a fact of the leg and has its call looked at for gaps, if it changed. `upload` is the stored word for all that came with a recording. */
  private async say(
    tx: EntityManager,
    { id: legId, callId }: Pick<Leg, 'id' | 'callId'>,
    name: 'captured' | 'staffNumber',
    value: CaptureLoss | null,
  ): Promise<void> {
    const before = await tx.findOneBy(CallFact, { legId, name, toldBy: 'upload' });
    if (before && before.value === value) return;
    await tx.delete(CallFact, { legId, name, toldBy: 'upload' });
    await tx.insert(CallFact, { callId, legId, name, value, toldBy: 'upload', at: this.clock.now() } as object);
    await this.looks.mark(tx, 'gap', [callId]);
  }
}
