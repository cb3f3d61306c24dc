import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type UploadMetadata } from '#contracts';
import { CallFact, isTold, Leg, legsOfCalls, lockCalls, writeLeg } from '#calls';
import { reaches, scopeOf } from '#people';
import { CallRegister } from '../gate/call-register.service.js';
import { overlap } from '../gate/overlap.rules.js';
import { timesOf } from '../gate/possible-times.js';
import { type Sender } from '../sender.js';

/** Legs of agents who came to a call later. */
@Injectable()
export class CapturedLegs {
  constructor(
    private readonly source: DataSource,
    private readonly calls: CallRegister,
  ) {}

  /**
   * The leg that a talk is of: the one that was written down for it before, the agent's nearest by the telephone records, else a new one behind
   * all others. Safe to ask again. @returns null: the gate does not know the call yet, which comes in with its first talk
   */
  async seat(metadata: UploadMetadata, { held, personId }: Sender): Promise<string | null> {
    const call = await this.calls.find(metadata);
    if (!call || isTold(call)) return null;
    const agent = await this.calls.agentOf(metadata);
    const scope = scopeOf('calls.ingest', held, personId);
    if (!reaches(scope, { personId: agent.id, teamId: agent.teamId })) throw this.calls.unknownAgent(metadata);
    const { leg, consent } = await this.calls.prepare(metadata, agent);
    return this.source.transaction(async (tx) => {
      await lockCalls(tx, [call.id]);
      const legs = await legsOfCalls(tx, [call.id]);
      const there = legOfTalk(legs, agent.id, metadata);
      if (there) return there.id;
      const told = legs.find((one) => one.personId === null && isNear(one, metadata) && sameTelephone(one, metadata));
      const legId = told?.id ?? leg.id;
      if (told) await writeLeg(tx, told.id, { personId: agent.id, teamId: agent.teamId });
      else
        await tx.insert(Leg, {
          ...leg,
          callId: call.id,
          extension: metadata.legs[0]?.extension ?? null,
          position: Math.max(-1, ...legs.map(({ position }) => position)) + 1,
        });
      const value = metadata.legs[0]?.staffNumber ?? null;
      const fact = { callId: call.id, legId, name: 'staffNumber', value, toldBy: 'upload', at: consent.decidedAt };
      await tx.insert(CallFact, fact as object);
      return legId;
    });
  }
}

const answered = ({ legs: [leg] }: UploadMetadata): number => Date.parse(leg?.answeredAt ?? '');
const apart = (leg: Leg, metadata: UploadMetadata): number =>
  Math.abs((leg.answeredAt?.getTime() ?? Infinity) - answered(metadata));
const sameTelephone = (leg: Leg, { legs: [told] }: UploadMetadata): boolean =>
  leg.kind === 'agent' && leg.extension !== null && leg.extension === told?.extension;

/** Whether a leg may be that of a talk, by when it was. */
function isNear(leg: Leg, metadata: UploadMetadata): boolean {
  const { alertedAt, answeredAt, endedAt } = timesOf(metadata);
  return overlap(leg, { beganAt: answeredAt, alertedAt, answeredAt, endedAt }) && apart(leg, metadata) <= APART_MS;
}

/** Clocks of two systems, and what one calls the beginning, may be apart by so much. */
const APART_MS = 15_000;

/** The agent's own leg that began nearest to the talk. */
function legOfTalk(legs: readonly Leg[], personId: string, metadata: UploadMetadata): Leg | undefined {
  return legs
    .filter((one) => one.kind === 'agent' && one.personId === personId && isNear(one, metadata))
    .toSorted((a, b) => apart(a, metadata) - apart(b, metadata))[0];
}
