import { Injectable } from '@nestjs/common';
import { type AssignCalls, type LeftOut, type ReviewersToChoose, type TickedDone } from '#contracts';
import { CallAttentionService } from '#calls';
import { type Asker } from '#people';
import { GivenReviews } from '#quality';
import { workableSubjects } from '#recordings';
import { TickedQuery } from './ticked.query.js';

/** Does something with several calls: each for itself, so that one which cannot be done holds back no other; asked again, nothing is done twice. */
@Injectable()
export class TickedDesk {
  constructor(
    private readonly query: TickedQuery,
    private readonly attention: CallAttentionService,
    private readonly given: GivenReviews,
  ) {}

  async retry(asker: Asker, callIds: readonly string[]): Promise<TickedDone> {
    const { applies, not } = await this.query.parts(asker, 'retry', callIds);
    const done = await this.attention.retryChosen(applies, asker.personId, workableSubjects);
    // Another press was faster, or nothing of it can be tried again.
    const left = applies.filter((callId) => !done.includes(callId));
    return { done, not: [...not, ...left.map((callId): LeftOut => ({ callId, because: 'being_retried' }))] };
  }

  /** To whom these calls can be given, as far as the asker may give them at all. */
  async reviewers(asker: Asker, callIds: readonly string[]): Promise<ReviewersToChoose> {
    return { people: await this.given.reviewers(await this.query.legsToGive(asker, callIds)) };
  }

  async assign(asker: Asker, { callIds, personId, reason, note, dueDays }: AssignCalls): Promise<TickedDone> {
    const { applies, not } = await this.query.parts(asker, 'assign', callIds);
    const legs = await this.query.legsToGive(asker, applies);
    const giving = { toPersonId: personId, byPersonId: asker.personId, reason, note: note ?? null, dueDays };
    const outcome = await this.given.give(legs, giving);
    const done = [...new Set(outcome.given.map(({ callId }) => callId))];
    const left = new Map(outcome.not.filter(({ callId }) => !done.includes(callId)).map((one) => [one.callId, one]));
    // What could be given a moment ago and has no leg to listen to now is told, too.
    const gone = applies.filter((callId) => !done.includes(callId) && !left.has(callId));
    return {
      done,
      not: [...not, ...left.values(), ...gone.map((callId): LeftOut => ({ callId, because: 'no_sound' }))],
    };
  }
}
