import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { qualityRefusals } from '#quality';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { refuseOwnCall } from '../own-call.js';
import { LegCommentMentionRow, LegCommentRow, LegCommentTextRow } from './comment.entity.js';
import { mentionable, type Mentionable } from './mentionable.js';
import { writeMentions } from './mentions.js';

/** A comment that is made. */
export interface CommentToMake {
  readonly callId: string;
  readonly legId: string;
  readonly atMs: number;
  readonly text: string;
  /** People whom it mentions. */
  readonly mentions: readonly string[];
}

/** What an author says otherwise; without `mentions`, those stay whom the text still names. */
export interface OtherWords {
  readonly text: string;
  readonly mentions?: readonly string[] | undefined;
}

/** A comment that its author changes. */
export interface OwnComment {
  readonly commentId: string;
  readonly personId: string;
  /** Legs of the call that are within its author's reach now. */
  readonly legIds: readonly string[];
}

/** What people remark at a second. Only its author changes a comment, and each wording stays as long as the recording. */
@Injectable()
export class LegComments {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** The caller has seen that the person may hear the leg. @returns its id @throws DomainError `own_call`, `words_destroyed`, `mention_refused` */
  async make({ callId, legId, atMs, text, mentions }: CommentToMake, personId: string): Promise<string> {
    const [id, now] = [newId(), this.clock.now()];
    await this.source.transaction(async (tx) => {
      await refuseOwnCall(tx, legId, personId);
      if (await wordsAreGone(tx, legId)) throw qualityRefusals.words_destroyed();
      const scorecardId = await publishedBy(tx, legId, personId);
      await tx.insert(LegCommentRow, {
        id,
        legId,
        callId,
        personId,
        atMs,
        createdAt: now,
        withdrawnAt: null,
        scorecardId,
      });
      await tx.insert(LegCommentTextRow, { commentId: id, version: 1, text, writtenAt: now });
      await this.journal.append(tx, 'comment.made', { commentId: id, legId }, { callId, actorPersonId: personId });
      const comment = { id, legId, personId, scorecardId };
      await writeMentions({ tx, journal: this.journal, now }, comment, { text, mentions });
    });
    return id;
  }

  /** @throws DomainError `not_found`, `comment_withdrawn`, `words_destroyed`, `mention_refused`, `mentions_full` */
  async edit(one: OwnComment, { text, mentions }: OtherWords): Promise<void> {
    const { commentId } = one;
    await this.change(one, 'comment.edited', async (tx, comment) => {
      if (await wordsAreGone(tx, comment.legId)) throw qualityRefusals.words_destroyed();
      const [last]: { version: number; text: string }[] = await tx.query(
        'select version, text from leg_comment_text where comment_id = $1 order by version desc limit 1',
        [commentId],
      );
      await writeMentions({ tx, journal: this.journal, now: this.clock.now() }, comment, { text, mentions });
      if (last?.text === text) return false;
      await tx.insert(LegCommentTextRow, {
        commentId,
        version: (last?.version ?? 0) + 1,
        text,
        writtenAt: this.clock.now(),
      });
      return true;
    });
  }

  /** @throws DomainError `not_found`, `comment_withdrawn` */
  async withdraw(one: OwnComment): Promise<void> {
    await this.change(one, 'comment.withdrawn', async (tx) => {
      await tx.update(LegCommentRow, one.commentId, { withdrawnAt: this.clock.now() });
      await tx.delete(LegCommentMentionRow, { commentId: one.commentId });
      return true;
    });
  }

  /** People whom a comment of this author on the leg may mention, by letters of their names; at most ten. */
  async mentionable(legId: string, authorId: string, letters: string): Promise<Mentionable[]> {
    return this.source.transaction(async (tx) => {
      const shown = (await publishedBy(tx, legId, authorId)) !== null;
      return mentionable(tx, { legId, authorId, shown }, { letters });
    });
  }

  private async change(
    { commentId, personId, legIds }: OwnComment,
    event: 'comment.edited' | 'comment.withdrawn',
    act: (tx: EntityManager, one: LegCommentRow) => Promise<boolean>,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await tx.findOne(LegCommentRow, { where: { id: commentId }, lock: { mode: 'pessimistic_write' } });
      if (one?.personId !== personId || !legIds.includes(one.legId)) throw reviewsRefusals.not_found();
      if (one.withdrawnAt) throw reviewsRefusals.comment_withdrawn();
      if (!(await act(tx, one))) return;
      const { legId, callId } = one;
      await this.journal.append(tx, event, { commentId, legId }, { callId, actorPersonId: personId });
    });
  }
}

/** A review is published: the agent sees with it what its author remarked on the leg. */
export async function publishComments(
  tx: EntityManager,
  { legId, scorecardId, personId }: { legId: string; scorecardId: string; personId: string },
): Promise<void> {
  await tx.query(
    'update leg_comment set scorecard_id = $1 where leg_id = $2 and person_id = $3 and scorecard_id is null and withdrawn_at is null',
    [scorecardId, legId, personId],
  );
}

/** What is remarked after one's review was published belongs to it; after it was retracted, to the next. */
async function publishedBy(tx: EntityManager, legId: string, personId: string): Promise<string | null> {
  const [card]: { id: string }[] = await tx.query(
    `select id from scorecard where leg_id = $1 and author = 'review' and author_person_id = $2
       and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id)
     order by created_at desc, id desc limit 1`,
    [legId, personId],
  );
  return card?.id ?? null;
}
