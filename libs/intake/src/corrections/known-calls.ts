import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CORRECTED_FACTS, type Correctable, type CorrectedFact } from '#contracts';
import { withCorrections, Call, Leg, Matter, matterOf, takenBy, agentLeg, type AgentLeg } from '#calls';
import { columnsOf, holdSpansIn, type CallTimes, impossibleTimes } from '#calls/rules';
import { CoachingOfLegs } from '#coaching';
import { peopleRefusals, Person, reaches, scopeOf } from '#people';
import { Clock, ENV, type Env } from '#platform';
import { DisputesService } from '#reviews';
import { giveCommitments } from '#commitments';
import { Recording } from '#recordings';
import { isPersonErased } from '#retention';

import { assertPossibleTimes } from '../gate/possible-times.js';
import { type CallFacts, type KnownCall } from './correction.rules.js';
import { correctionRefusals } from './correction-refusals.js';
import { type Sender } from '../sender.js';
import { uploadRefusals } from '../refusals.js';

/** Its legs and recordings are all of the call: a term, or a correction of what is known of the whole call, concerns each. */
export type LockedCall = KnownCall & { legs: Leg[]; recordings: Recording[] };

/** What is known of a call, locked while it is corrected. */
@Injectable()
export class KnownCalls {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly disputes: DisputesService,
    private readonly coaching: CoachingOfLegs,
  ) {}

  /** @param legId the leg of it that is corrected */
  async lock(tx: EntityManager, callId: string, legId: string): Promise<LockedCall> {
    const call = await tx.findOne(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
    if (!call) throw peopleRefusals.not_found();
    return this.read(tx, call, legId);
  }

  async read(tx: EntityManager, call: Call, legId: string): Promise<LockedCall> {
    const legs = await tx.find(Leg, { where: { callId: call.id }, order: { position: 'ASC' } });
    const found = legs.find(({ id }) => id === legId);
    if (!found || found.personId === null) throw peopleRefusals.not_found();
    const leg = agentLeg(found);
    // One after the other: a transaction has one connection.
    const { staffNumber } = await tx.findOneByOrFail(Person, { id: leg.personId });
    const matter = call.matterId ? await tx.findOneBy(Matter, { id: call.matterId }) : null;
    const recordings = await tx.find(Recording, { where: { callId: call.id }, order: { id: 'ASC' } });
    const its = recordings.filter(({ legId, splitAt }) => legId === leg.id && !splitAt);
    const stereo = its.find(({ channels }) => channels === 2);
    const recordingBeganAt = its[0]?.beganAt ?? null;
    const [said] = await withCorrections(tx, [leg]);
    const holdSpans = holdSpansIn(said, recordingBeganAt) ?? [];
    const { externalId, title } = matter ?? {};
    return {
      ...{ call, leg, legs, staffNumber, recordings, holdSpans, agentChannel: stereo?.agentChannel ?? null },
      matter: externalId !== undefined && title !== undefined ? { externalId, title } : null,
    };
  }

  /**
   * The call as it would be by a correction; nothing is written. @param agent whose it is to be, where that changes
   * @throws DomainError for what cannot be so
   */
  wouldBe(known: LockedCall, { wanted, fields, agent }: Written): LockedCall {
    const call = { ...known.call, ...callChanges(wanted, fields) };
    const leg: AgentLeg = { ...known.leg, ...legChanges(wanted, fields), ...agent };
    const legs = known.legs.map((one) => (one.id === leg.id ? leg : one));
    assertPossibleTimes(timesOf(call, leg), this.clock.now(), this.env.clockSkewMs, 'changes.');
    if (fields.includes('startedAt') && !legs.every((one) => this.fits(call, one))) throw startFitsNotAll();
    if (fields.includes('agentChannel') && stereoOf(known).length === 0)
      throw correctionRefusals.agent_channel_on_mono();
    const holdSpans = fields.includes('holdSpans') ? leg.holdSpans : known.holdSpans;
    return { ...known, call, leg, legs, holdSpans };
  }

  private fits(call: Call, leg: Leg): boolean {
    return impossibleTimes(timesOf(call, leg), this.clock.now(), this.env.clockSkewMs).length === 0;
  }

  /** Writes what differs. @returns the call as it is then. @throws DomainError for what cannot be so */
  async write(tx: EntityManager, known: LockedCall, written: Written): Promise<LockedCall> {
    const { wanted, fields, proposalId } = written;
    const { call, leg } = this.wouldBe(known, written);
    if ((wanted.customer || wanted.matter) && (await isPersonErased(tx, call.id)))
      throw correctionRefusals.person_erased();
    if (fields.includes('matter'))
      call.matterId = await retitled(tx, call.source, wanted.matter as KnownCall['matter']);
    await tx.update(Call, call.id, call);
    await tx.update(Leg, leg.id, leg);
    if (fields.includes('agentChannel')) await writeChannel(tx, known, wanted.agentChannel as 'left' | 'right');
    if (written.agent && proposalId) await this.giveTo(tx, known.leg, leg, proposalId);
    return this.read(tx, call, leg.id);
  }

  /** Two people agreed to change the agent. The former agent’s disputes are suspended; disputes the new agent had filed earlier resume. */
  private async giveTo(tx: EntityManager, former: AgentLeg, leg: AgentLeg, proposalId: string): Promise<void> {
    await takenBy(tx, leg);
    if (leg.personId === former.personId) return;
    await giveCommitments(tx, leg);
    await this.disputes.handedOver(tx, leg, proposalId);
    await this.coaching.endOfLeg(tx, leg.id);
  }

  /** A person outside the corrector's reach counts as unknown: the answer does not tell whether they exist. */
  async agent(tx: EntityManager, asker: Sender, staffNumber: string): Promise<Pick<AgentLeg, 'personId' | 'teamId'>> {
    const person = await tx.findOneBy(Person, { staffNumber });
    const place = person && { personId: person.id, teamId: person.teamId };
    const scope = scopeOf('calls.correct', asker.held, asker.personId);
    if (!place || !reaches(scope, place)) throw uploadRefusals.unknown_staff_number(staffNumber, 'changes.staffNumber');
    return place;
  }
}

/** What a correction writes. A change of the agent needs the proposal that a second person confirmed. */
export interface Written {
  wanted: Partial<CallFacts>;
  fields: readonly Correctable[];
  agent: Pick<AgentLeg, 'personId' | 'teamId'> | null;
  proposalId: string | null;
}

function callChanges(wanted: Partial<CallFacts>, fields: readonly Correctable[]): Partial<Call> {
  const plain = ['language', 'region', 'direction', 'classification', 'customer', 'purpose', 'outcome'] as const;
  const written = Object.fromEntries(plain.filter((one) => fields.includes(one)).map((one) => [one, wanted[one]]));
  return {
    ...(written as Partial<Call>),
    // What a person says takes the place of what was made out.
    ...(fields.includes('language') && { languageTold: null }),
    ...(fields.includes('startedAt') && { startedAt: new Date(wanted.startedAt as string) }),
  };
}

const legChanges = (wanted: Partial<CallFacts>, fields: readonly Correctable[]): Partial<Pick<Leg, CorrectedFact>> =>
  columnsOf(Object.fromEntries(CORRECTED_FACTS.filter((one) => fields.includes(one)).map((one) => [one, wanted[one]])));

const timesOf = ({ startedAt }: Call, { alertedAt, answeredAt, endedAt }: Leg): CallTimes => ({
  ...{ startedAt, alertedAt, answeredAt, endedAt },
});

/** Says nothing of when the other leg was: it may be beyond the corrector's reach. */
const startFitsNotAll = () =>
  uploadRefusals.impossible_times([
    {
      path: 'changes.startedAt',
      message: { zh: '与这通电话的另一段时间不符', en: 'does not fit the times of another leg of the call' },
    },
  ]);

const stereoOf = ({ leg, recordings }: LockedCall): string[] =>
  recordings
    .filter(({ legId, channels, splitAt }) => legId === leg.id && channels === 2 && !splitAt)
    .map(({ id }) => id);

/** Who says whose channel it is answers again, also where sides were to be swapped that are not yet. */
async function writeChannel(tx: EntityManager, known: LockedCall, agentChannel: 'left' | 'right'): Promise<void> {
  // Words that wait for this answer are named by it; others are heard again.
  for (const { id, agentChannel: before, speakers } of known.recordings) {
    if (!stereoOf(known).includes(id)) continue;
    const asked = before === null && speakers?.includes(null);
    await tx.update(Recording, id, { agentChannel, speakers: asked ? speakers : null, sidesSaid: null });
  }
}

/** The matter that a correction names, by the title that it gives. */
async function retitled(tx: EntityManager, source: string, matter: KnownCall['matter']): Promise<string | null> {
  const id = await matterOf(tx, source, matter ?? undefined);
  if (id !== null && matter) await tx.update(Matter, id, { title: matter.title });
  return id;
}
