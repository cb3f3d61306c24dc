/*
 * Reviewers are calibrated on one leg of a call.
 *   1. A manager names the leg, a checklist, reviewers and a day. What the machine had said is remembered by its card.
 *   2. Each reviewer judges alone. Until they submitted they are shown neither others' answers nor the machine's; others' only once it is closed.
 *   3. It closes with the last reviewer, or a manager closes it. Then a manager notes, item by item, what is right.
 * No score changes by any of it.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { lockCalls } from '#calls';
import { type CalibrationAnswers, type NewCalibration, type NewCalibrationDecision } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { Scorecard, qualityRefusals } from '#quality';
import { reviewsRefusals, wordsAreGone } from '../refusals.js';
import { Assignments } from '../sampling/assignments.service.js';
import { judgedItems } from './calibration.rules.js';
import {
  CalibrationAnswerRow,
  CalibrationDecisionRow,
  CalibrationReviewerRow,
  CalibrationRow,
} from './calibration.entity.js';

@Injectable()
export class Calibrations {
  constructor(
    private readonly source: DataSource,
    private readonly assignments: Assignments,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** People who may judge the leg, and have not judged it or decided about it by this checklist before. */
  async possible(legId: string, checklistId: string | null = null) {
    const people = await this.assignments.possible({ legId, blind: false });
    const known = await judges(this.source.manager, legId, checklistId);
    const saw = await sawResult(this.source.manager, legId);
    return people
      .filter(({ personId }) => !known.has(personId))
      .map((one) => ({ ...one, sawBefore: saw.has(one.personId) }));
  }

  /**
   * @returns its id
   * @throws DomainError `calibration_due_past`, `calibration_reviewer_unfit`, `calibration_judged_meanwhile`, `not_scored_yet`,
   * `words_destroyed`
   */
  async open({ callId, legId, checklistId, reviewerIds, dueAt }: NewCalibration, personId: string): Promise<string> {
    const [now, due] = [this.clock.now(), new Date(dueAt)];
    if (due <= now) throw reviewsRefusals.calibration_due_past();
    const possible = new Set((await this.possible(legId, checklistId)).map((one) => one.personId));
    if (reviewerIds.some((id) => !possible.has(id))) throw reviewsRefusals.calibration_reviewer_unfit();
    return this.source.transaction(async (tx) => {
      // A review of the call that is being published ends first, or finds the calibration.
      await lockCalls(tx, [callId]);
      const judged = await judges(tx, legId, checklistId);
      if (reviewerIds.some((id) => judged.has(id))) throw reviewsRefusals.calibration_judged_meanwhile();
      const card = await tx.findOne(Scorecard, {
        where: { legId, checklistId, author: 'automatic' },
        order: { createdAt: 'DESC', id: 'DESC' },
      });
      if (!card) throw qualityRefusals.not_scored_yet();
      if (await wordsAreGone(tx, legId)) throw qualityRefusals.words_destroyed();
      const id = newId();
      const saw = await sawResult(tx, legId);
      await tx.insert(CalibrationRow, {
        ...{ id, callId, legId, checklistId, checklistVersion: card.checklistVersion, scorecardId: card.id },
        ...{ openedByPersonId: personId, openedAt: now, dueAt: due, closedAt: null, closedByPersonId: null },
      });
      await tx.insert(
        CalibrationReviewerRow,
        reviewerIds.map((one) => ({ calibrationId: id, personId: one, submittedAt: null, sawBefore: saw.has(one) })),
      );
      const said = { calibrationId: id, legId, checklistId, reviewers: reviewerIds.length };
      await this.journal.append(tx, 'calibration.opened', said, { callId, actorPersonId: personId });
      return id;
    });
  }

  /**
   * A reviewer's own answers take the place of those that they had kept.
   * @throws DomainError `not_found`, `calibration_over`, `calibration_incomplete`, `not_on_card`, `words_destroyed`
   */
  async answer(calibrationId: string, { answers, submit }: CalibrationAnswers, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await this.locked(tx, calibrationId);
      const mine = await tx.findOneBy(CalibrationReviewerRow, { calibrationId, personId });
      if (!mine) throw reviewsRefusals.not_found();
      if (one.closedAt !== null || mine.submittedAt !== null) throw reviewsRefusals.calibration_over();
      if (await wordsAreGone(tx, one.legId)) throw qualityRefusals.words_destroyed();
      const asked = await this.itemIds(tx, one);
      if (answers.some(({ itemId }) => !asked.has(itemId))) throw reviewsRefusals.not_on_card();
      if (submit && answers.length < asked.size)
        throw reviewsRefusals.calibration_incomplete(asked.size - answers.length);
      await tx.delete(CalibrationAnswerRow, { calibrationId, personId });
      if (answers.length > 0)
        await tx.insert(
          CalibrationAnswerRow,
          answers.map((each) => ({ calibrationId, personId, ...each })),
        );
      if (submit) await this.submit(tx, one, personId);
    });
  }

  /** @throws DomainError `calibration_over`, `calibration_not_judged` */
  async close(calibrationId: string, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await this.locked(tx, calibrationId);
      if (one.closedAt !== null) throw reviewsRefusals.calibration_over();
      const [reviewers, own] = [
        await tx.findBy(CalibrationReviewerRow, { calibrationId }),
        await tx.findOneBy(CalibrationReviewerRow, { calibrationId, personId }),
      ];
      // A manager who judges as well would otherwise see all before they have said anything.
      if (own !== null && own.submittedAt === null) throw reviewsRefusals.calibration_not_judged();
      await this.end(tx, one, personId, reviewers.filter(({ submittedAt }) => submittedAt !== null).length);
    });
  }

  /** @throws DomainError `calibration_still_open`, `not_on_card` */
  async decide(calibrationId: string, given: NewCalibrationDecision, personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await this.locked(tx, calibrationId);
      if (one.closedAt === null) throw reviewsRefusals.calibration_still_open();
      if (!(await this.itemIds(tx, one)).has(given.itemId)) throw reviewsRefusals.not_on_card();
      const { callId, legId } = one;
      // What is written after the destruction has begun would outlive the recording.
      const note = (await wordsAreGone(tx, legId)) ? null : given.note;
      const { itemId, outcome } = given;
      const at = this.clock.now();
      await tx.insert(CalibrationDecisionRow, {
        ...{ id: newId(), calibrationId, itemId, outcome, note, decidedByPersonId: personId, decidedAt: at },
      });
      const said = { calibrationId, legId, itemId, outcome };
      await this.journal.append(tx, 'calibration.decided', said, { callId, actorPersonId: personId });
    });
  }

  private async submit(tx: EntityManager, one: CalibrationRow, personId: string): Promise<void> {
    const { id: calibrationId, callId, legId } = one;
    await tx.update(CalibrationReviewerRow, { calibrationId, personId }, { submittedAt: this.clock.now() });
    const by = { callId, actorPersonId: personId };
    await this.journal.append(tx, 'calibration.answered', { calibrationId, legId }, by);
    const reviewers = await tx.findBy(CalibrationReviewerRow, { calibrationId });
    if (reviewers.every(({ submittedAt }) => submittedAt !== null)) await this.end(tx, one, null, reviewers.length);
  }

  private async end(tx: EntityManager, one: CalibrationRow, by: string | null, submitted: number): Promise<void> {
    const { id: calibrationId, callId, legId } = one;
    await tx.update(CalibrationRow, calibrationId, { closedAt: this.clock.now(), closedByPersonId: by });
    const actor = by === null ? {} : { actorPersonId: by };
    await this.journal.append(tx, 'calibration.closed', { calibrationId, legId, submitted }, { callId, ...actor });
  }

  private async itemIds(tx: EntityManager, { scorecardId }: CalibrationRow): Promise<Set<string>> {
    const { items } = await tx.findOneByOrFail(Scorecard, { id: scorecardId });
    return new Set(judgedItems(items).map(({ itemId }) => itemId));
  }

  private async locked(tx: EntityManager, id: string): Promise<CalibrationRow> {
    const one = await tx.findOne(CalibrationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!one) throw reviewsRefusals.not_found();
    return one;
  }
}

/** Who judged the leg, or decided about it, by the checklist; null: by any. */
async function judges(tx: EntityManager, legId: string, checklistId: string | null): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select distinct author_person_id as id from scorecard
     where leg_id = $1 and author_person_id is not null and ($2::text is null or checklist_id = $2)`,
    [legId, checklistId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** People to whom the machine's result of the leg was shown. */
async function sawResult(tx: EntityManager, legId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query('select person_id as id from result_look where leg_id = $1', [legId]);
  return new Set(rows.map(({ id }) => id));
}
