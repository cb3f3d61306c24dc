/*
 * Coaching
 *   draft         a coach prepares it; the agent does not see it.
 *   shared        the agent reads it. Results that they are to score first are withheld from now on.
 *   answered      in the agent's own words, as often as they like.
 *   acknowledged  "I have read this", which is no consent.
 *   closed        by the coach, or by a colleague of theirs. What was withheld is shown again; goals go on.
 * The API has checked whose session it is and how far the rights reach.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CoachingTexts, type NewMoment } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { SelfEvaluations } from '../evaluations/self-evaluations.service.js';
import { coachingRefusals } from '../refusals.js';
import { CoachingMoments } from './coaching-moments.service.js';
import { CoachingMomentRow, CoachingSessionRow } from '../session/coaching.entity.js';
import { lockedSession, openSession } from '../session/locked-session.js';

export interface NewSession extends CoachingTexts {
  readonly agentPersonId: string;
  /** The agent's team now. */
  readonly teamId: string;
  readonly moments: readonly NewMoment[];
}

@Injectable()
export class CoachingSessions {
  constructor(
    private readonly source: DataSource,
    private readonly moments: CoachingMoments,
    private readonly evaluations: SelfEvaluations,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns the session's id @throws DomainError `coaching_oneself`, and what a moment is refused for */
  async prepare({ agentPersonId, teamId, moments, ...texts }: NewSession, coachPersonId: string): Promise<string> {
    if (agentPersonId === coachPersonId) throw coachingRefusals.coaching_oneself();
    const sessionId = newId();
    await this.source.transaction(async (tx) => {
      const times = { sharedAt: null, answeredAt: null, acknowledgedAt: null, closedAt: null, erasedAt: null };
      const row = { id: sessionId, agentPersonId, teamId, coachPersonId, createdAt: this.clock.now(), ...texts };
      await tx.insert(CoachingSessionRow, { ...row, ...times });
      const said = { coachingId: sessionId, personId: agentPersonId };
      await this.journal.append(tx, 'coaching.prepared', said, { actorPersonId: coachPersonId });
      for (const moment of moments) await this.moments.put(tx, { id: sessionId, agentPersonId }, moment, coachPersonId);
    });
    return sessionId;
  }

  /** @throws DomainError `coaching_closed`, `words_of_coaching_gone` */
  async change(sessionId: string, texts: CoachingTexts, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await openSession(tx, sessionId);
      const { heldOn, sharedText, privateNotes } = texts;
      if (session.erasedAt && (sharedText || privateNotes)) throw coachingRefusals.words_of_coaching_gone();
      await tx.update(CoachingSessionRow, sessionId, { heldOn, sharedText, privateNotes });
      const seen = session.heldOn !== heldOn || session.sharedText !== sharedText;
      // The agent may have read what it said before. Private notes concern the coach alone.
      if (session.sharedAt && seen)
        await this.journal.append(tx, 'coaching.changed', { coachingId: sessionId }, { actorPersonId: coachPersonId });
    });
  }

  /** @throws DomainError `coaching_shared` */
  async discard(sessionId: string, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { sharedAt, agentPersonId } = await lockedSession(tx, sessionId);
      if (sharedAt) throw coachingRefusals.coaching_shared();
      await tx.delete(CoachingSessionRow, sessionId);
      const said = { coachingId: sessionId, personId: agentPersonId };
      await this.journal.append(tx, 'coaching.discarded', said, { actorPersonId: coachPersonId });
    });
  }

  /** @throws DomainError `coaching_shared`, `coaching_empty`, `evaluation_asked`, `evaluation_too_late` */
  async share(sessionId: string, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await lockedSession(tx, sessionId);
      if (session.sharedAt) throw coachingRefusals.coaching_shared();
      const moments = await tx.countBy(CoachingMomentRow, { sessionId });
      if (moments === 0 && !session.sharedText) throw coachingRefusals.coaching_empty();
      await tx.update(CoachingSessionRow, sessionId, { sharedAt: this.clock.now() });
      await this.evaluations.begin(tx, session, coachPersonId);
      await this.tell(tx, 'coaching.shared', session, coachPersonId, { moments });
    });
  }

  /** @throws DomainError `coaching_closed`, `coaching_not_shared` */
  async close(sessionId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await openSession(tx, sessionId);
      if (!session.sharedAt) throw coachingRefusals.coaching_not_shared();
      await tx.update(CoachingSessionRow, sessionId, { closedAt: this.clock.now() });
      await this.evaluations.endAll(tx, { sessionId }, 'closed', personId);
      await this.tell(tx, 'coaching.closed', session, personId);
    });
  }

  private async tell<E extends 'coaching.shared' | 'coaching.closed'>(
    tx: EntityManager,
    event: E,
    { id: coachingId, agentPersonId: personId }: CoachingSessionRow,
    actorPersonId: string,
    more = {},
  ): Promise<void> {
    const details = { coachingId, personId, ...more } as Parameters<typeof this.journal.append<E>>[2];
    await this.journal.append(tx, event, details, { actorPersonId });
  }
}
