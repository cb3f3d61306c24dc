import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { type EntityManager } from 'typeorm';
import { type ConsentStatement, type Correctable } from '#contracts';
import { Leg } from '#calls';
import { ConsentDecision } from '#consent';
import { CompanyService, Team } from '#people';
import { isDisputed } from '#quality';
import { keepOf, lastDay, ScheduleService, type CallFacts as RetentionFacts } from '#retention';
import { CallRegister } from '../gate/call-register.service.js';
import { consequencesOf } from './correction.rules.js';
import { type LockedCall } from './known-calls.js';
import { type Weighed } from './moved.rules.js';

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
  ): Promise<Weighed> {
    const { timeZone } = await this.company.profile(tx);
    const dayOf = ({ call }: LockedCall) => DateTime.fromJSDate(call.startedAt, { zone: timeZone }).toISODate() ?? '';
    const day = { before: dayOf(known), after: dayOf(wouldBe) };
    const [before, after] = [await retentionFacts(tx, known), await retentionFacts(tx, wouldBe)];
    const schedules = [await this.schedules.current(tx), await this.schedules.waiting(tx)];
    const terms = schedules.flatMap((one) =>
      one
        ? [
            {
              before: lastDay(day.before, keepOf(one.schedule, before).keep),
              after: lastDay(day.after, keepOf(one.schedule, after).keep),
            },
          ]
        : [],
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

export const lastDecision = (tx: EntityManager, callId: string): Promise<ConsentDecision> =>
  tx.findOneOrFail(ConsentDecision, { where: { callId }, order: { decidedAt: 'DESC', id: 'DESC' } });

async function retentionFacts(tx: EntityManager, { call, leg }: { call: LockedCall['call']; leg: Leg }) {
  const { clientId } = await tx.findOneByOrFail(Team, { id: leg.teamId });
  const { purpose, direction, outcome } = call;
  return { purpose, clientId, queue: leg.queue, direction, outcome } satisfies RetentionFacts;
}
