/*
 * What people decide about calls that need attention.
 *   1. The calls are locked. One person's press on one call waits for another's and then finds nothing to do; a group takes only calls that no other press holds, so that two people who press at once share the group instead of doing it twice.
 *   2. Retry opens the given-up work again and sets the stage back to where the first job of it left off. Giving up changes no work: it stays
 *      failed, and nothing but a retry opens failed work.
 *   3. One journal entry for each call, in the same transaction.
 * A running worker is not in the way: its work is not failed, and its call is not at a stage that either takes.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CallStage, type GiveUpRequest, type JobName } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId, WorkService } from '#platform';
import { CallGiveUp } from './call-give-up.entity.js';
import { stageBefore } from './journey.js';
import { callsRefusals } from '../refusals.js';

/** A call on its way out of a stage, with the reason that it had there. */
interface Held {
  id: string;
  reason: string;
}

/** What the jobs of some calls may still work on → the call. Recordings know; they come after calls. */
export type SubjectsOf = (tx: EntityManager, callIds: readonly string[]) => Promise<Map<string, string>>;

@Injectable()
export class CallAttentionService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** Another try for one call, also for one that was given up. @param callIds all its parts. @throws DomainError `nothing_to_retry` */
  async retry(callIds: readonly string[], actorPersonId: string, subjectsOf: SubjectsOf): Promise<void> {
    const moved = await this.source.transaction(async (tx) =>
      this.retryHeld(tx, await hold(tx, callIds, ['needs_attention', 'given_up'], 'wait'), actorPersonId, subjectsOf),
    );
    if (moved.length === 0) throw callsRefusals.nothing_to_retry();
  }

  /** Another try for those of the calls that still need attention. @returns how many got one */
  async retryAll(callIds: readonly string[], actorPersonId: string, subjectsOf: SubjectsOf): Promise<number> {
    const moved = await this.source.transaction(async (tx) =>
      this.retryHeld(tx, await hold(tx, callIds, ['needs_attention'], 'skip'), actorPersonId, subjectsOf),
    );
    return moved.length;
  }

  /** Another try for those of the calls that stopped, also for those that were given up. @returns which of them got one */
  async retryChosen(callIds: readonly string[], actorPersonId: string, subjectsOf: SubjectsOf): Promise<string[]> {
    return this.source.transaction(async (tx) =>
      this.retryHeld(tx, await hold(tx, callIds, ['needs_attention', 'given_up'], 'skip'), actorPersonId, subjectsOf),
    );
  }

  /** Closes the processing of one call. @param callIds all its parts. @throws DomainError `nothing_to_give_up` */
  async giveUp(callIds: readonly string[], why: GiveUpRequest, actorPersonId: string): Promise<void> {
    const moved = await this.source.transaction(async (tx) =>
      this.giveUpHeld(tx, await hold(tx, callIds, ['needs_attention'], 'wait'), why, actorPersonId),
    );
    if (moved === 0) throw callsRefusals.nothing_to_give_up();
  }

  /** Closes the processing of those of the calls that still need attention. @returns how many were */
  async giveUpAll(callIds: readonly string[], why: GiveUpRequest, actorPersonId: string): Promise<number> {
    return this.source.transaction(async (tx) =>
      this.giveUpHeld(tx, await hold(tx, callIds, ['needs_attention'], 'skip'), why, actorPersonId),
    );
  }

  private async retryHeld(
    tx: EntityManager,
    held: readonly Held[],
    actorPersonId: string,
    subjectsOf: SubjectsOf,
  ): Promise<string[]> {
    if (held.length === 0) return [];
    const callOf = await subjectsOf(
      tx,
      held.map(({ id }) => id),
    );
    const jobs = new Map<string, JobName[]>();
    for (const { job, subjectId } of await this.work.retryFailed(tx, [...callOf.keys()])) {
      const callId = callOf.get(subjectId) ?? '';
      jobs.set(callId, [...(jobs.get(callId) ?? []), job]);
    }
    const moves = [...jobs].flatMap(([id, again]) => {
      const stage = stageBefore(again);
      return stage ? [{ id, stage }] : [];
    });
    await this.move(tx, moves);
    await tx.query('update call_give_up set reopened_at = $2 where call_id = any($1) and reopened_at is null', [
      moves.map(({ id }) => id),
      this.clock.now(),
    ]);
    const happenings = moves.flatMap(({ id: callId }) =>
      (jobs.get(callId) ?? []).map((job) => ({ details: { job }, about: { callId, actorPersonId } })),
    );
    await this.journal.appendMany(tx, 'call.retried', happenings);
    return moves.map(({ id }) => id);
  }

  private async giveUpHeld(tx: EntityManager, held: readonly Held[], why: GiveUpRequest, actorPersonId: string) {
    if (held.length === 0) return 0;
    const { reason, note = null } = why;
    const about = { byPersonId: actorPersonId, at: this.clock.now(), reason, note, reopenedAt: null };
    await tx.insert(
      CallGiveUp,
      held.map(({ id: callId }) => ({ id: newId(), callId, ...about })),
    );
    await this.move(
      tx,
      held.map(({ id, reason: stageReason }) => ({ id, stage: 'given_up', stageReason })),
    );
    const happenings = held.map(({ id: callId, reason: attention }) => ({
      details: { reason, attention },
      about: { callId, actorPersonId },
    }));
    await this.journal.appendMany(tx, 'call.given_up', happenings);
    return held.length;
  }

  private async move(tx: EntityManager, moves: readonly { id: string; stage: CallStage; stageReason?: string }[]) {
    await tx.query(
      `update call set stage = moved.stage, stage_reason = moved.reason, stage_at = $4
       from unnest($1::uuid[], $2::text[], $3::text[]) as moved(id, stage, reason) where call.id = moved.id`,
      [
        moves.map(({ id }) => id),
        moves.map(({ stage }) => stage),
        moves.map(({ stageReason }) => stageReason ?? null),
        this.clock.now(),
      ],
    );
  }
}

/** Locks those of the calls that are at one of the stages, in one order, so that two groups never wait for each other in a ring. */
function hold(tx: EntityManager, callIds: readonly string[], stages: CallStage[], others: 'wait' | 'skip') {
  return tx.query<Held[]>(
    `select id, stage_reason as reason from call where id = any($1) and stage = any($2)
     order by id for update ${others === 'skip' ? 'skip locked' : ''}`,
    [callIds, stages],
  );
}
