import { lastDecision } from '#consent';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { In, type EntityManager } from 'typeorm';
import { type ConsentStatement, type Correctable } from '#contracts';
import { CompanyService, Team } from '#people';
import { isDisputed } from '#reviews';
import { retentionFor, lastDay, ScheduleService, type CallFacts as RetentionFacts } from '#retention';
import { CallRegister } from '../gate/call-register.service.js';
import { consequencesOf } from './correction.rules.js';
import { type LockedCall } from './known-calls.js';
import { type CorrectionImpact } from './moved.rules.js';

/** Asks what would rest otherwise on a call if it were as a correction says. Nothing is written. */
@Injectable()
export class CorrectionScales {
  constructor(
    private readonly company: CompanyService,
    private readonly schedules: ScheduleService,
    private readonly register: CallRegister,
  ) {}

  /** @param wouldBe the call as it would be. @param consent what is said of consent, if anything */
  async weigh(
    tx: EntityManager,
    known: LockedCall,
    wouldBe: LockedCall,
    { fields, consent }: { fields: readonly Correctable[]; consent: ConsentStatement | null },
  ): Promise<CorrectionImpact> {
    const { timeZone } = await this.company.profile(tx);
    const dayOf = ({ call }: LockedCall) => DateTime.fromJSDate(call.startedAt, { zone: timeZone }).toISODate() ?? '';
    const day = { before: dayOf(known), after: dayOf(wouldBe) };
    const [before, after] = [await retentionFacts(tx, known), await retentionFacts(tx, wouldBe)];
    const schedules = [await this.schedules.current(tx), await this.schedules.waiting(tx)];
    const terms = schedules.flatMap((one) =>
      before.map((facts, i) => ({
        before: one ? lastDay(day.before, retentionFor(one.schedule, facts).keep) : '',
        after: one ? lastDay(day.after, retentionFor(one.schedule, after[i] ?? facts).keep) : '',
      })),
    );
    const kept = known.recordings.some(({ destructionStartedAt }) => !destructionStartedAt);
    return {
      ...{ fields, kept, day, terms, disputed: await isDisputed(tx, known.call.id) },
      gate: consequencesOf(fields).consent ? await this.gate(tx, wouldBe, consent) : null,
    };
  }

  private async gate(tx: EntityManager, { call }: LockedCall, consent: ConsentStatement | null) {
    const last = await lastDecision(tx, call.id);
    const { mayRecord } = await this.register.decideAgain(tx, call, last, consent ?? undefined);
    return { before: last.mayRecord, after: mayRecord };
  }
}

/** Of each leg in its order: each has a client and a queue of its own, and its recordings the term of those. */
async function retentionFacts(tx: EntityManager, { call, legs }: LockedCall): Promise<RetentionFacts[]> {
  const teams = await tx.findBy(Team, { id: In(legs.flatMap(({ teamId }) => teamId ?? [])) });
  const clientOf = new Map(teams.map(({ id, clientId }) => [id, clientId]));
  const { purpose, direction, outcome } = call;
  return legs.map(({ teamId, queue }) => ({
    ...{ purpose, clientId: clientOf.get(teamId ?? '') ?? null, queue, direction, outcome },
  }));
}
