import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { type DraftAnswer, type CommitmentDraft } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { type Judged } from '#quality';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { ReviewDraftRow, ReviewTimeRow, ReviewWorkRow } from './review-work.entity.js';
import { afterBeat } from './spent.rules.js';

/** A draft as the screen has it. */
export interface DraftToSave extends Judged {
  readonly callId: string;
  readonly basedOn: string;
  readonly answers: readonly DraftAnswer[];
  readonly commitments: readonly CommitmentDraft[];
  /** The saving that the screen began from; 0 where it knew of none. */
  readonly revision: number;
}

/** Reviews that are not published: what was answered, and how long it took so far. The caller has seen that the person may judge the leg. */
@Injectable()
export class ReviewDrafts {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** One's own drafts of a call. */
  mine(callIds: readonly string[], personId: string): Promise<ReviewDraftRow[]> {
    return this.source.manager.find(ReviewDraftRow, {
      where: { callId: In([...callIds]), personId },
      order: { begunAt: 'ASC' },
    });
  }

  /** Drafts of colleagues: that there is one, and not what is in it. */
  ofOthers(
    callIds: readonly string[],
    personId: string,
  ): Promise<Pick<ReviewDraftRow, 'legId' | 'checklistId' | 'personId' | 'savedAt'>[]> {
    return this.source.manager.find(ReviewDraftRow, {
      where: { callId: In([...callIds]), personId: Not(personId) },
      select: { legId: true, checklistId: true, personId: true, savedAt: true },
      order: { begunAt: 'ASC' },
    });
  }

  /** Without answers it is gone. @returns its revision, 0 of none @throws DomainError `draft_elsewhere` */
  async save(
    { legId, checklistId, callId, basedOn, answers, commitments, revision }: DraftToSave,
    personId: string,
  ): Promise<number> {
    const named = { legId, checklistId, personId };
    return this.source.transaction(async (tx) => {
      const before = await tx.findOne(ReviewDraftRow, { where: named, lock: { mode: 'pessimistic_write' } });
      if (!before && answers.length === 0) return 0;
      // What is written after the words are gone would outlive them.
      const gone = await wordsAreGone(tx, legId);
      const plain = {
        answers: gone ? answers.map(({ note: _, ...answer }) => answer) : [...answers],
        commitments: gone ? [] : [...commitments],
      };
      if ((before?.revision ?? 0) !== revision) {
        // Sent once more by a screen that had no answer: it is there already.
        if (before && isSame(before, { basedOn, ...plain })) return before.revision;
        throw reviewsRefusals.draft_elsewhere();
      }
      if (answers.length === 0) {
        await tx.delete(ReviewDraftRow, named);
        return 0;
      }
      const now = this.clock.now();
      const saved = { callId, basedOn, ...plain, revision: await nextRevision(tx), savedAt: now };
      if (before) {
        await tx.update(ReviewDraftRow, named, saved);
        return saved.revision;
      }
      const made = await tx
        .createQueryBuilder()
        .insert()
        .into(ReviewDraftRow)
        .values({ ...named, ...saved, begunAt: now })
        .orIgnore()
        .returning('leg_id')
        .execute();
      if ((made.raw as unknown[]).length === 0) {
        // The review was published while this was on its way: the database begins no draft of it.
        if (!(await tx.existsBy(ReviewDraftRow, named))) return 0;
        // Another screen of the same person was first.
        throw reviewsRefusals.draft_elsewhere();
      }
      await this.journal.append(tx, 'review.begun', { legId, checklistId }, { callId, actorPersonId: personId });
      return saved.revision;
    });
  }

  /** A screen says that its reader is at the review. */
  async beat({ legId, checklistId }: Judged, personId: string): Promise<void> {
    const named = { legId, checklistId, personId };
    await this.source.transaction(async (tx) => {
      const before = await tx.findOne(ReviewWorkRow, { where: named, lock: { mode: 'pessimistic_write' } });
      const after = afterBeat(before, this.clock.now());
      if (before) await tx.update(ReviewWorkRow, named, after);
      else
        await tx
          .createQueryBuilder()
          .insert()
          .into(ReviewWorkRow)
          .values({ ...named, ...after })
          .orIgnore()
          .execute();
    });
  }
}

/** As they come out of the database: without what is undefined. */
const isSame = (before: Written, now: Written): boolean =>
  before.basedOn === now.basedOn && isDeepStrictEqual(stored(before), stored(now));
const stored = ({ answers, commitments }: Written): unknown => JSON.parse(JSON.stringify([answers, commitments]));
type Written = Pick<DraftToSave, 'basedOn' | 'answers' | 'commitments'>;

/** Of all drafts: one that is discarded and begun again never has a revision that an older screen knows. */
async function nextRevision(tx: EntityManager): Promise<number> {
  const [next]: { revision: number }[] = await tx.query(`select nextval('review_draft_revision')::int as revision`);
  return next!.revision;
}

/** A review is published: its draft goes, and the time that it took belongs to its card; none where no screen counted it. */
export async function endDraft(
  tx: EntityManager,
  { legId, checklistId }: Judged,
  { personId, scorecardId, at }: { personId: string; scorecardId: string; at: Date },
): Promise<void> {
  const named = { legId, checklistId, personId };
  await tx.delete(ReviewDraftRow, named);
  const work = await tx.findOne(ReviewWorkRow, { where: named, lock: { mode: 'pessimistic_write' } });
  if (!work) return;
  await tx.delete(ReviewWorkRow, named);
  if (work.spentMs > 0)
    await tx.insert(ReviewTimeRow, { scorecardId, personId, spentMs: work.spentMs, publishedAt: at });
}
