import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { type Correctable, type CorrectionChanges } from '#contracts';
import { Call, Leg, Matter, matterOf } from '#calls';
import { CoachingOfLegs } from '#coaching';
import { Person, reaches, scopeOf, type Asker } from '#people';
import { Clock, ENV, type Env } from '#platform';
import { DisputesService } from '#quality';
import { Recording } from '#recordings';
import { isPersonErased } from '#retention';

import { assertPossibleTimes } from '../ingest/possible-times.js';
import { type KnownCall, wantedFacts } from './correction.rules.js';
import { apiRefusals } from '../refusals.js';
import { uploadRefusals } from '../ingest/upload-refusals.js';

export type LockedCall = KnownCall & { recordings: Recording[] };

const date = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** What is known of a call, locked while it is corrected. */
@Injectable()
export class KnownCalls {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly disputes: DisputesService,
    private readonly coaching: CoachingOfLegs,
  ) {}

  async lock(tx: EntityManager, callId: string): Promise<LockedCall> {
    const call = await tx.findOne(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
    if (!call) throw apiRefusals.not_found();
    return this.read(tx, call);
  }

  async read(tx: EntityManager, call: Call): Promise<LockedCall> {
    const leg = await tx.findOneOrFail(Leg, { where: { callId: call.id }, order: { position: 'ASC' } });
    // One after the other: a transaction has one connection.
    const { staffNumber } = await tx.findOneByOrFail(Person, { id: leg.personId });
    const matter = call.matterId ? await tx.findOneBy(Matter, { id: call.matterId }) : null;
    const recordings = await tx.find(Recording, { where: { callId: call.id }, order: { id: 'ASC' } });
    const stereo = recordings.find(({ channels }) => channels === 2);
    const { externalId, title } = matter ?? {};
    return {
      ...{ call, leg, staffNumber, recordings, agentChannel: stereo?.agentChannel ?? null },
      matter: externalId !== undefined && title !== undefined ? { externalId, title } : null,
    };
  }

  /** Writes what differs. @returns the call as it is then. @throws DomainError for what cannot be so */
  async write(
    tx: EntityManager,
    asker: Asker,
    known: LockedCall,
    changes: CorrectionChanges,
    fields: readonly Correctable[],
  ): Promise<LockedCall> {
    const call = { ...known.call, ...(await this.callChanges(tx, known, changes, fields)) };
    const leg = { ...known.leg, ...(await this.legChanges(tx, asker, changes, fields)) };
    const { startedAt } = call;
    const { alertedAt, answeredAt, endedAt } = leg;
    assertPossibleTimes(
      { startedAt, alertedAt, answeredAt, endedAt },
      this.clock.now(),
      this.env.clockSkewMs,
      'changes.',
    );
    await tx.update(Call, call.id, call);
    await tx.update(Leg, leg.id, leg);
    if (fields.includes('agentChannel')) await this.writeChannel(tx, known, changes.agentChannel);
    if (leg.personId !== known.leg.personId) {
      await handOver(tx, leg);
      await this.disputes.endOfLeg(tx, leg.id);
      await this.coaching.endOfLeg(tx, leg.id);
    }
    return this.read(tx, call);
  }

  private async callChanges(
    tx: EntityManager,
    { call }: LockedCall,
    changes: CorrectionChanges,
    fields: readonly Correctable[],
  ) {
    if ((changes.customer || changes.matter) && (await isPersonErased(tx, call.id))) throw apiRefusals.person_erased();
    const wanted = wantedFacts(changes);
    const plain = ['language', 'region', 'direction', 'classification', 'customer', 'purpose', 'outcome'] as const;
    const written = Object.fromEntries(plain.filter((one) => fields.includes(one)).map((one) => [one, wanted[one]]));
    return {
      ...(written as Partial<Call>),
      // What a person says takes the place of what was made out.
      ...(fields.includes('language') && { languageTold: null }),
      ...(fields.includes('startedAt') && changes.startedAt && { startedAt: new Date(changes.startedAt) }),
      ...(fields.includes('matter') && { matterId: await retitled(tx, call.source, changes.matter ?? undefined) }),
    };
  }

  private async legChanges(
    tx: EntityManager,
    asker: Asker,
    changes: CorrectionChanges,
    fields: readonly Correctable[],
  ) {
    const plain = ['queue', 'queueSeconds', 'hangupParty', 'transfer', 'consulted', 'holdSpans'] as const;
    const times = ['alertedAt', 'answeredAt', 'endedAt'] as const;
    return {
      ...(Object.fromEntries(
        plain.filter((one) => fields.includes(one)).map((one) => [one, changes[one]]),
      ) as Partial<Leg>),
      ...(Object.fromEntries(
        times.filter((one) => fields.includes(one)).map((one) => [one, date(changes[one])]),
      ) as Partial<Leg>),
      ...(fields.includes('staffNumber') && (await this.agent(tx, asker, changes.staffNumber ?? ''))),
    };
  }

  /** A person outside the corrector's reach counts as unknown: the answer does not tell whether they exist. */
  private async agent(tx: EntityManager, asker: Asker, staffNumber: string): Promise<Pick<Leg, 'personId' | 'teamId'>> {
    const person = await tx.findOneBy(Person, { staffNumber });
    const place = person && { personId: person.id, teamId: person.teamId };
    const scope = scopeOf('calls.correct', asker.held, asker.personId);
    if (!place || !reaches(scope, place)) throw uploadRefusals.unknown_staff_number(staffNumber, 'changes.staffNumber');
    return place;
  }

  private async writeChannel(
    tx: EntityManager,
    { recordings }: LockedCall,
    agentChannel: 'left' | 'right' | undefined,
  ) {
    const stereo = recordings.filter(({ channels }) => channels === 2).map(({ id }) => id);
    if (stereo.length === 0) throw apiRefusals.agent_channel_on_mono();
    // Speakers who were told by channel are told again.
    await tx.update(Recording, { id: In(stereo) }, { agentChannel: agentChannel ?? null, speakers: null });
  }
}

/** The matter that a correction names, by the title that it gives. */
async function retitled(
  tx: EntityManager,
  source: string,
  matter: KnownCall['matter'] | undefined,
): Promise<string | null> {
  const id = await matterOf(tx, source, matter ?? undefined);
  if (id !== null && matter) await tx.update(Matter, id, { title: matter.title });
  return id;
}

/** The agent's promises become those of the person that the correction names. */
async function handOver(tx: EntityManager, { id, personId, teamId }: Leg): Promise<void> {
  await tx.query(
    `update commitment set owner_person_id = $2, team_id = $3, client_id = team.client_id from team where leg_id = $1 and team.id = $3`,
    [id, personId, teamId],
  );
}
