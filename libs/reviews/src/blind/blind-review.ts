import { type EntityManager } from 'typeorm';
import { byRulesOrActs, type Language, type Outcome } from '#contracts';
import { reviewsRefusals } from '../refusals.js';
import { Scorecard } from '#quality';
import { BlindJudgementRow } from '#quality';
import { looksAt } from './looks.js';
import { calibrationsOf } from './withheld-results.service.js';

/**
 * The assignment for which a person judges this leg blind; null where they see its results.
 * @throws DomainError `calibration_first` while they are to judge the leg in a calibration, `blind_review_first` where the leg is theirs to
 * judge blind by another checklist
 */
export async function blindAssignment(
  tx: EntityManager,
  { legId, checklistId }: { legId: string; checklistId: string },
  personId: string,
): Promise<string | null> {
  // What a review changes, and what it would do to the points, tells what the machine and colleagues had said.
  if ((await calibrationsOf(tx, personId)).some((one) => one.legId === legId))
    throw reviewsRefusals.calibration_first();
  const open: { id: string; checklistId: string }[] = await tx.query(
    `select id, checklist_id as "checklistId" from review_assignment
     where leg_id = $1 and reviewer_person_id = $2 and state = 'open' and blind order by created_at, id`,
    [legId, personId],
  );
  if (open.length === 0) return null;
  const mine = open.find((one) => one.checklistId === checklistId);
  if (!mine) throw reviewsRefusals.blind_review_first();
  return mine.id;
}

/** A blind review as it is published. */
export interface JudgedBlind {
  readonly assignmentId: string;
  readonly callId: string;
  readonly card: Scorecard;
  readonly answers: readonly { readonly itemId: string; readonly outcome: Outcome }[];
}

/**
 * Puts each answer beside what the machine had said: the newest automatic card of the same version, since the card that is completed may be
 * another person's. An item that this card does not have is left out.
 */
export async function keepJudgements(
  tx: EntityManager,
  { assignmentId, callId, card, answers }: JudgedBlind,
): Promise<void> {
  const { legId, checklistId, checklistVersion, authorPersonId: reviewerPersonId, createdAt: judgedAt } = card;
  const [machine] = await tx.find(Scorecard, {
    where: { legId, checklistId, checklistVersion, author: 'automatic' },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  if (!machine || reviewerPersonId === null) return;
  const drawnAtRandom = await isRandom(tx, assignmentId);
  const [heard]: { language: Language | null; engine: string | null; engineVersion: string | null }[] = await tx.query(
    `select coalesce(words.language, call.language) as language, words.engine, words.engine_version as "engineVersion"
     from call left join transcript words on words.id = $2 where call.id = $1`,
    [callId, machine.transcriptId],
  );
  const seenBefore = (await looksAt(tx, [legId])).get(legId)?.has(reviewerPersonId) ?? false;
  const rows = answers.flatMap(({ itemId, outcome: personOutcome }) => {
    const said = machine.items.find((item) => item.itemId === itemId);
    if (!said) return [];
    return [
      {
        ...{ assignmentId, itemId, legId, callId, checklistId, checklistVersion, drawnAtRandom },
        ...{ machineScorecardId: machine.id, machineOutcome: said.outcome, machineSource: said.source },
        byLanguageModel: said.source === 'model' && !byRulesOrActs(said),
        ...{ machineReason: said.reason, machineConfidence: said.confidence },
        ...{ personScorecardId: card.id, personOutcome, reviewerPersonId },
        ...{ language: heard?.language ?? null, engine: heard?.engine ?? null },
        ...{ engineVersion: heard?.engineVersion ?? null, seenBefore, judgedAt, withdrawnAt: null },
      },
    ];
  });
  if (rows.length > 0) await tx.insert(BlindJudgementRow, rows);
}

async function isRandom(tx: EntityManager, assignmentId: string): Promise<boolean> {
  const drawn: unknown[] = await tx.query(
    `select 1 from review_assignment drawn join sampling_draw one on one.id = drawn.draw_id
       join sampling_plan_version plan on plan.plan_id = one.plan_id and plan.version = one.plan_version
     where drawn.id = $1 and plan.content->>'kind' = 'random'`,
    [assignmentId],
  );
  return drawn.length > 0;
}
