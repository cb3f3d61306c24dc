import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { coachingRefusals } from '../refusals.js';
import { CoachingAnswerRow, CoachingSessionRow } from '../session/coaching.entity.js';
import { openSession } from '../session/locked-session.js';

/** What the agent says to a session of their own. */
@Injectable()
export class CoachingReplies {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `coaching_closed`, `words_of_coaching_gone` */
  async answer(sessionId: string, said: string, agentPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await openSession(tx, sessionId);
      if (session.erasedAt) throw coachingRefusals.words_of_coaching_gone();
      const at = this.clock.now();
      await tx.insert(CoachingAnswerRow, { id: newId(), sessionId, said, at });
      await tx.update(CoachingSessionRow, sessionId, { answeredAt: at });
      const details = { coachingId: sessionId, personId: agentPersonId };
      await this.journal.append(tx, 'coaching.answered', details, { actorPersonId: agentPersonId });
    });
  }

  /** @throws DomainError `coaching_closed`, `coaching_read_already` */
  async acknowledge(sessionId: string, agentPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await openSession(tx, sessionId);
      if (session.acknowledgedAt) throw coachingRefusals.coaching_read_already();
      await tx.update(CoachingSessionRow, sessionId, { acknowledgedAt: this.clock.now() });
      const details = { coachingId: sessionId, personId: agentPersonId };
      await this.journal.append(tx, 'coaching.acknowledged', details, { actorPersonId: agentPersonId });
    });
  }
}
