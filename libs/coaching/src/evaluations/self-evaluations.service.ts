/*
 * An agent scores a call of their own before they see its result
 *   ask     in a draft nothing is withheld yet; in a shared session it begins at once.
 *   begin   the leg's results are withheld from the agent, for some days, and not into the last days in which they can be contested.
 *   submit  the agent's answers; the result is shown again, beside them.
 *   end     by the coach, by closing the session, or by time: the row in `withheld_score` says until when, and no sweep has to run.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { Leg, showScore, withholdScore } from '#calls';
import { type EvaluationAnswers, type EvaluationEnd, type NewEvaluation } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { ChecklistRegister } from '#quality';
import { ContestableItems, DisputeRow } from '#reviews';
import { coachingRefusals } from '../refusals.js';
import { type CoachingSessionRow } from '../session/coaching.entity.js';
import { openSession, shownCard } from '../session/locked-session.js';
import { soundOfLeg, soundThatStays } from '../session/sound-of-leg.js';
import { isOpen, withheldUntil } from './evaluation.rules.js';
import { SelfEvaluationAnswerRow, SelfEvaluationRow } from './self-evaluation.entity.js';

const WAITING = { submittedAt: IsNull(), endedAt: IsNull() };

@Injectable()
export class SelfEvaluations {
  constructor(
    private readonly source: DataSource,
    private readonly contestable: ContestableItems,
    private readonly checklists: ChecklistRegister,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `coaching_closed`, `moment_not_of_agent`, `moment_gone`, `evaluation_…` */
  async ask(sessionId: string, { legId, checklistId }: NewEvaluation, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const session = await openSession(tx, sessionId);
      const leg = await tx.findOneBy(Leg, { id: legId, personId: session.agentPersonId });
      if (!leg) throw coachingRefusals.moment_not_of_agent();
      await soundThatStays(tx, legId);
      const card = await shownCard(tx, { legId, checklistId });
      if (!card) throw coachingRefusals.evaluation_not_scored();
      if (await tx.existsBy(DisputeRow, { legId, checklistId, filedByPersonId: session.agentPersonId }))
        throw coachingRefusals.evaluation_seen();
      await this.makeRoom(tx, { sessionId, legId, checklistId });
      const { checklistVersion } = card;
      const asked = { id: newId(), sessionId, callId: leg.callId, legId, checklistId, checklistVersion };
      const open = { until: null, submittedAt: null, endedAt: null, endedWhy: null };
      await tx.insert(SelfEvaluationRow, { ...asked, ...open, askedAt: this.clock.now() });
      if (session.sharedAt) await this.begin(tx, session, coachPersonId);
    });
  }

  /** With the session, or as soon as it is asked for. @throws DomainError `evaluation_asked`, `evaluation_too_late` */
  async begin(tx: EntityManager, session: CoachingSessionRow, coachPersonId: string): Promise<void> {
    const waiting = await tx.findBy(SelfEvaluationRow, { sessionId: session.id, until: IsNull(), ...WAITING });
    for (const one of waiting) {
      const until = withheldUntil(this.clock.now(), await this.contestUntil(tx, one));
      if (!until) throw coachingRefusals.evaluation_too_late();
      const { id: evaluationId, legId, callId, checklistId } = one;
      await this.makeRoom(tx, { sessionId: session.id, legId, checklistId }, evaluationId);
      await tx.update(SelfEvaluationRow, evaluationId, { until });
      await withholdScore(tx, { evaluationId, legId, personId: session.agentPersonId, until });
      const said = { coachingId: session.id, evaluationId, legId, checklistId, until: until.toISOString() };
      await this.journal.append(tx, 'evaluation.begun', said, { callId, actorPersonId: coachPersonId });
    }
  }

  /** @throws DomainError `evaluation_over`, `evaluation_item_unknown` */
  async submit(evaluationId: string, { answers }: EvaluationAnswers, agentPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await locked(tx, evaluationId);
      const now = this.clock.now();
      if (!isOpen(one, now)) throw coachingRefusals.evaluation_over();
      const { checklist } = await this.checklists.version(one.checklistId, one.checklistVersion);
      const known = new Set(checklist.sections.flatMap(({ items }) => items.map(({ id }) => id)));
      const named = new Set(answers.map(({ itemId }) => itemId));
      if (named.size < answers.length || answers.some(({ itemId }) => !known.has(itemId)))
        throw coachingRefusals.evaluation_item_unknown();
      const keeps = !(await soundOfLeg(tx, one.legId)).gone;
      const rows = answers.map(({ itemId, outcome, comment }) => {
        return { evaluationId, itemId, outcome, comment: keeps && comment ? comment : null };
      });
      await tx.insert(SelfEvaluationAnswerRow, rows);
      await tx.update(SelfEvaluationRow, evaluationId, { submittedAt: now });
      await showScore(tx, evaluationId);
      const said = { coachingId: one.sessionId, evaluationId, legId: one.legId, answers: answers.length };
      await this.journal.append(tx, 'evaluation.submitted', said, { callId: one.callId, actorPersonId: agentPersonId });
    });
  }

  /** @throws DomainError `evaluation_over` */
  async takeBack(evaluationId: string, coachPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { submittedAt, endedAt } = await locked(tx, evaluationId);
      if (submittedAt || endedAt) throw coachingRefusals.evaluation_over();
      await this.endAll(tx, { id: evaluationId }, 'taken_back', coachPersonId);
    });
  }

  /** Ends what waits; nothing is withheld any more. */
  async endAll(
    tx: EntityManager,
    which: FindOptionsWhere<SelfEvaluationRow>,
    why: Exclude<EvaluationEnd, 'lapsed'>,
    actorPersonId?: string,
  ): Promise<void> {
    for (const one of await tx.findBy(SelfEvaluationRow, { ...which, ...WAITING })) {
      await tx.update(SelfEvaluationRow, one.id, { endedAt: this.clock.now(), endedWhy: why });
      await showScore(tx, one.id);
      if (one.until === null) continue;
      const said = { coachingId: one.sessionId, evaluationId: one.id, legId: one.legId, why };
      const by = { callId: one.callId, ...(actorPersonId && { actorPersonId }) };
      await this.journal.append(tx, 'evaluation.ended', said, by);
    }
  }

  /**
   * One of a leg and checklist at a time; one whose time is over no longer counts. A draft of another session keeps none from asking: its coach
   * alone knows of it, and may have left. @param begins the one that is to begin @throws DomainError `evaluation_asked`
   */
  private async makeRoom(
    tx: EntityManager,
    { sessionId, ...judged }: NewEvaluation & { sessionId: string },
    begins?: string,
  ): Promise<void> {
    const before = (await tx.findBy(SelfEvaluationRow, judged)).filter(({ id }) => id !== begins);
    const now = this.clock.now();
    const waits = ({ endedAt, until, sessionId: of }: SelfEvaluationRow) =>
      !endedAt && (until === null ? of === sessionId : until > now);
    if (before.some((one) => one.submittedAt || waits(one))) throw coachingRefusals.evaluation_asked();
    await this.endAll(tx, { ...judged, until: LessThanOrEqual(now) }, 'taken_back');
  }

  private async contestUntil(tx: EntityManager, judged: { legId: string; checklistId: string }): Promise<Date | null> {
    const items = await this.contestable.of(tx, judged);
    const times = items.map(({ until }) => until.getTime());
    return times.length === 0 ? null : new Date(Math.min(...times));
  }
}

const locked = (tx: EntityManager, id: string): Promise<SelfEvaluationRow> =>
  tx.findOneOrFail(SelfEvaluationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
