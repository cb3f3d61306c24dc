import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type ConsentStatement, type CorrectionResult, type JobName } from '#contracts';
import { backToSealed, type Call, reopenGivenUp } from '#calls';
import { HoldService } from '#legal';
import { Recording, wantNewWords } from '#recordings';
import { DataRequests } from '#retention';
import { CallRegister } from '../gate/call-register.service.js';
import { lastDecision } from '#consent';
import { type Consequences } from './correction.rules.js';
import { type LockedCall } from './known-calls.js';

export interface Plan {
  again: CorrectionResult['again'];
  jobs: { job: JobName; subjectId: string }[];
}

/** What a corrected call has to be asked, and made, again. */
@Injectable()
export class CorrectionFollowUps {
  constructor(
    private readonly register: CallRegister,
    private readonly requests: DataRequests,
    private readonly holds: HoldService,
  ) {}

  /** The gate's decision on the call as it is now. @returns whether what was recorded had to be shut: Legal decides about it */
  async askGate(
    tx: EntityManager,
    call: Call,
    statement: ConsentStatement | undefined,
    byPersonId: string,
  ): Promise<boolean> {
    const last = await lastDecision(tx, call.id);
    const decision = await this.register.decideAgain(tx, call, last, statement);
    await this.register.insertDecision(tx, decision, byPersonId);
    if (decision.mayRecord || call.stage === 'not_recorded') return false;
    const reference = `${call.source} ${call.externalId}`.slice(0, 120);
    const kind = customerSaidNo(decision.state) ? 'withdrawal' : 'not_recordable';
    return (await this.requests.registerForCall(tx, { kind, callId: call.id, reference }, byPersonId)) !== null;
  }

  /** What is worked out again, and by which jobs. A rule of a hold that fits the call now covers it. */
  async plan(tx: EntityManager, { call, leg, recordings }: LockedCall, consequences: Consequences): Promise<Plan> {
    await this.holds.cover(tx, call.id);
    const kept = recordings.filter(
      ({ legId, destructionStartedAt, custody, splitAt }) =>
        (consequences.everyLeg || legId === leg.id) && !destructionStartedAt && custody === 'sealed' && !splitAt,
    );
    const { words, everyLegsWords, promises, search } = consequences;
    const anew = words ? kept.filter(({ legId }) => everyLegsWords || legId === leg.id) : [];
    // The others keep their words. What is made of words follows where those are made again.
    const worded = await withWords(
      tx,
      kept.filter((one) => !anew.includes(one)),
    );
    if (anew.length + worded.length === 0) return { again: [], jobs: [] };
    const legIds = [...new Set(kept.filter(({ id }) => worded.includes(id)).map(({ legId }) => legId))];
    const told = worded.length > 0;
    return {
      again: [
        ...(anew.length > 0 ? (['words'] as const) : []),
        'scores',
        ...(told && promises ? (['promises'] as const) : []),
        ...(told && search ? (['search'] as const) : []),
      ],
      jobs: [
        ...(anew.length > 0 ? await wordsAgain(tx, call, anew) : []),
        ...legIds.map((subjectId) => ({ job: 'score-leg' as const, subjectId })),
        ...(promises ? legIds.map((subjectId) => ({ job: 'find-commitments' as const, subjectId })) : []),
        ...(told && promises && call.direction === 'outbound'
          ? [{ job: 'match-commitments' as const, subjectId: call.id }]
          : []),
        ...(search ? worded.map((subjectId) => ({ job: 'index-words' as const, subjectId })) : []),
      ],
    };
  }
}

/** The customer said no; anything else is the rule's. */
const customerSaidNo = (state: ConsentStatement['state']): boolean => state === 'withdrawn' || state === 'declined';

/** Words that no longer fit are made again, and a call that waited for a person goes on. */
export async function wordsAgain(
  tx: EntityManager,
  { id: callId }: Call,
  kept: readonly Recording[],
): Promise<Plan['jobs']> {
  const ids = kept.map(({ id }) => id);
  await wantNewWords(tx, ids, null);
  const unsealed = await tx.existsBy(Recording, { callId, custody: 'captured' });
  if (!unsealed) await backToSealed(tx, callId);
  await reopenGivenUp(tx, callId);
  const brought = await withProvidedWords(tx, kept);
  return kept.map(({ id, speakers, sidesSaid }) => {
    const recognise = !brought.has(id) && speakers === null && sidesSaid === null;
    return { job: recognise ? 'transcribe-recording' : 'take-provided-words', subjectId: id };
  });
}

/** Those of these recordings whose words came along with them. */
export async function withProvidedWords(tx: EntityManager, recordings: readonly Recording[]): Promise<Set<string>> {
  const came: { id: string }[] = await tx.query(
    `select distinct recording_id as id from stored_object where kind = 'provided-words' and recording_id = any($1)`,
    [recordings.map(({ id }) => id)],
  );
  return new Set(came.map(({ id }) => id));
}

async function withWords(tx: EntityManager, kept: readonly Recording[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select distinct recording_id as id from transcript where object_id is not null and recording_id = any($1)',
    [kept.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}
