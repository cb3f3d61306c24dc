import { Injectable } from '@nestjs/common';
import {
  type AssignCalls,
  type CallsLanguage,
  type CorrectionRequest,
  type LeftOut,
  type ReviewersToChoose,
  type SetAsideCalls,
  type SideOfCalls,
  type SwapCalls,
  type TickedDone,
  type WhyNot,
} from '#contracts';
import { CallAttentionService } from '#calls';
import { CallCorrections, correctionRefusals, SpeakersService } from '#intake';
import { type Asker } from '#people';
import { DomainError } from '#platform';
import { GivenReviews, SetAside } from '#reviews';
import { workableSubjects } from '#recordings';
import { CallAccess } from '../../reach/call-access.js';
import { TickedQuery } from './ticked.query.js';

/** Does something with several calls: each for itself, so that one which cannot be done holds back no other; asked again, nothing is done twice. */
@Injectable()
export class TickedDesk {
  constructor(
    private readonly query: TickedQuery,
    private readonly attention: CallAttentionService,
    private readonly given: GivenReviews,
    private readonly speakers: SpeakersService,
    private readonly corrections: CallCorrections,
    private readonly access: CallAccess,
    private readonly aside: SetAside,
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

  async swap(asker: Asker, { callIds, actId }: SwapCalls): Promise<TickedDone> {
    const { applies, not } = await this.query.parts(asker, 'swap', callIds);
    return each(applies, not, (callId) => this.speakers.swap(asker, callId, actId));
  }

  async side(asker: Asker, { callIds, agentChannel }: SideOfCalls): Promise<TickedDone> {
    const { applies, not } = await this.query.parts(asker, 'side', callIds);
    return each(
      applies,
      not,
      async (callId) => {
        const legIds = await this.query.legsWithoutSides(asker, callId);
        if (legIds.length === 0) throw correctionRefusals.nothing_to_correct();
        const order = { changes: { agentChannel }, reason: AGENT_IS[agentChannel] };
        for (const legId of legIds) await this.correct(asker, callId, { ...order, legId });
      },
      { ...REFUSED, nothing_to_correct: 'sides_known' },
    );
  }

  async language(asker: Asker, { callIds, language }: CallsLanguage): Promise<TickedDone> {
    const { applies, not } = await this.query.parts(asker, 'language', callIds);
    return each(applies, not, async (callId) => {
      // The language is the call's: any agent's leg that the right reaches will do.
      const legs = await this.access.legs(asker, callId, 'calls.correct');
      const legId = legs.find((leg) => leg.personId !== null && leg.callId === callId)?.id;
      if (legId === undefined) throw correctionRefusals.nothing_to_correct();
      await this.correct(asker, callId, { legId, changes: { language }, reason: SPOKEN[language] });
    });
  }

  async setAside(asker: Asker, { callIds, reason }: SetAsideCalls): Promise<TickedDone> {
    const { applies, not } = await this.query.parts(asker, 'set_aside', callIds);
    const legs = await this.query.legsToJudge(asker, applies);
    return each(applies, not, (callId) =>
      this.aside.put({ callId, legIds: legs.get(callId) ?? [], personId: asker.personId }, reason),
    );
  }

  async takeBack(asker: Asker, callIds: readonly string[]): Promise<TickedDone> {
    const legs = await this.query.legsToJudge(asker, callIds);
    const not = callIds.flatMap((callId): LeftOut[] => (legs.has(callId) ? [] : [{ callId, because: 'not_there' }]));
    return each([...legs.keys()], not, (callId) =>
      this.aside.takeBack({ callId, legIds: legs.get(callId) ?? [], personId: asker.personId }),
    );
  }

  private async correct(asker: Asker, callId: string, order: CorrectionRequest & { legId: string }): Promise<void> {
    const { waiting } = await this.corrections.correct(asker, callId, { ...order, origin: 'person' });
    // What is judged by the words of a disputed call is not changed yet.
    if (waiting) throw correctionRefusals.correction_waits();
  }
}

/** What a correction of many calls at once says of why. */
const SPOKEN = {
  zh: '批量更正：通话语言是普通话 / Corrected for several calls: Mandarin is spoken',
  en: '批量更正：通话语言是英语 / Corrected for several calls: English is spoken',
} as const;

const AGENT_IS = {
  left: '批量更正：坐席在左声道 / Corrected for several calls: the agent is on the left channel',
  right: '批量更正：坐席在右声道 / Corrected for several calls: the agent is on the right channel',
} as const;

/** Why one of several is left out, by what was refused of it. Anything else is a surprise. */
const REFUSED: Readonly<Record<string, WhyNot>> = {
  correct_own_call: 'own_call',
  correct_disputed_call: 'disputed',
  correction_waits: 'correction_waits',
  // Only what moves something takes a fresh proof, and is then confirmed by another: of a language, that of a disputed call.
  step_up_by_code: 'takes_two',
  step_up_by_password: 'takes_two',
  step_up_again: 'takes_two',
  own_call: 'own_call',
  claimed_by_other: 'claimed',
  nothing_waits: 'does_not_wait',
  nothing_to_correct: 'same_language',
  speakers_not_asked: 'sides_unknown',
  not_found: 'not_there',
};

/** Each call for itself, in a transaction of its own. */
async function each(
  callIds: readonly string[],
  before: readonly LeftOut[],
  act: (callId: string) => Promise<unknown>,
  refused = REFUSED,
): Promise<TickedDone> {
  const [done, not]: [string[], LeftOut[]] = [[], [...before]];
  for (const callId of callIds) {
    try {
      await act(callId);
      done.push(callId);
    } catch (error) {
      const because = error instanceof DomainError ? refused[error.code] : undefined;
      if (!because) throw error;
      not.push({ callId, because });
    }
  }
  return { done, not };
}
