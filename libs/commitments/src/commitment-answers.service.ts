import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CommitmentAnswer, type CommitmentState, type EventDetails } from '#contracts';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { refusalOf, type Answerer } from './answer.rules.js';
import { Commitment } from './commitment.entity.js';
import { CommitmentLedger, NOT_QUESTIONED } from './commitment-ledger.js';
import { commitmentsRefusals } from './refusals.js';

const YEAR_MS = 366 * 86_400_000;
const NOTHING_OFFERED = { offeredToPersonId: null, offeredAt: null };

/** The contract has seen to it that what an answer needs is there. */
type Given = CommitmentAnswer;

const ENDS = {
  kept: { state: 'kept', action: 'kept' },
  broken: { state: 'broken', action: 'broken' },
  customer_released: { state: 'released', action: 'released' },
  release: { state: 'released', action: 'released' },
  strike: { state: 'struck', action: 'struck' },
} as const;

/** Takes what people answer about a commitment. Of two answers at once the first counts; the second is told. */
@Injectable()
export class CommitmentAnswers {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: CommitmentLedger,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param answererOf tells what the person may do with this commitment, or null when they may not know of it
   * @throws DomainError `not_found`, `commitment_changed`, and every reason of `refusalOf`
   */
  async answer(
    commitmentId: string,
    given: CommitmentAnswer,
    answererOf: (one: Commitment) => Answerer | null,
  ): Promise<void> {
    await this.source.transaction(async (tx) => {
      const one = await tx.findOne(Commitment, { where: { id: commitmentId }, lock: { mode: 'pessimistic_write' } });
      const by = one && answererOf(one);
      if (!one || !by) throw commitmentsRefusals.not_found();
      const refusal = refusalOf(given.answer, one, by);
      if (refusal) throw commitmentsRefusals[refusal]();
      if (one.revision !== given.revision) throw commitmentsRefusals.commitment_changed();
      await this.take(tx, one, given, by.personId);
    });
  }

  /** Takes an answer that is allowed, about a commitment that the transaction holds locked. */
  async take(tx: EntityManager, one: Commitment, given: Given, byPersonId: string): Promise<void> {
    const { answer } = given;
    switch (answer) {
      case 'set_time':
        return this.setTime(tx, one, given, byPersonId);
      case 'hand_over':
        return this.propose(tx, one, given, byPersonId);
      case 'accept':
      case 'decline':
      case 'withdraw':
        return this.settleOffer(tx, one, { ...given, answer }, byPersonId);
      case 'question':
      case 'withdraw_question':
      case 'uphold':
        return this.question(tx, one, { ...given, answer }, byPersonId);
      case 'reopen':
        return this.reopen(tx, one, given, byPersonId);
      default:
        return this.end(tx, one, { ...given, answer }, byPersonId);
    }
  }

  private async end(
    tx: EntityManager,
    one: Commitment,
    given: CommitmentAnswer & { answer: keyof typeof ENDS },
    byPersonId: string,
  ): Promise<void> {
    const { state, action } = ENDS[given.answer];
    const evidenceCallId = given.answer === 'kept' ? (given.evidenceCallId ?? null) : null;
    if (evidenceCallId) await assertLater(tx, one, evidenceCallId);
    const fulfilled = evidenceCallId ? { fulfilledByCallId: evidenceCallId } : {};
    const patch = { state, touched: true, ...fulfilled, ...NOTHING_OFFERED };
    const askedBy = one.questionedByPersonId;
    await this.ledger.change(tx, one, patch, { action, byPersonId, note: given.note ?? null, evidenceCallId });
    await this.tellAnswer(tx, one, given.answer, { byPersonId, evidenceCallId });
    if (given.answer === 'strike' && askedBy !== null)
      await this.tellSettled(tx, one, 'strike', { byPersonId, askedBy });
  }

  /** Whether it is a promise at all: its owner asks, a supervisor answers. It stays due meanwhile. */
  private async question(
    tx: EntityManager,
    one: Commitment,
    given: CommitmentAnswer & { answer: 'question' | 'withdraw_question' | 'uphold' },
    byPersonId: string,
  ): Promise<void> {
    const askedBy = one.questionedByPersonId;
    const now = this.clock.now();
    const { action, patch } = {
      question: { action: 'questioned' as const, patch: { questionedByPersonId: byPersonId, questionedAt: now } },
      withdraw_question: { action: 'question_withdrawn' as const, patch: NOT_QUESTIONED },
      uphold: { action: 'upheld' as const, patch: { ...NOT_QUESTIONED, upheldAt: now } },
    }[given.answer];
    await this.ledger.change(tx, one, { ...patch, touched: true }, { action, byPersonId, note: given.note ?? null });
    if (given.answer === 'uphold') return this.tellSettled(tx, one, 'uphold', { byPersonId, askedBy: askedBy! });
    const event = given.answer === 'question' ? 'commitment.questioned' : 'commitment.question_withdrawn';
    const whose = { callId: one.callId, actorPersonId: byPersonId };
    await this.journal.append(tx, event, { commitmentId: one.id }, whose);
  }

  private async reopen(tx: EntityManager, one: Commitment, given: Given, byPersonId: string): Promise<void> {
    // What was told as overdue stays so: it is not told twice.
    const state: CommitmentState = one.overdueAt ? 'overdue' : 'open';
    const patch = { state, touched: true, fulfilledByCallId: null };
    await this.ledger.change(tx, one, patch, {
      action: 'reopened',
      byPersonId,
      note: given.note ?? null,
      evidenceCallId: one.fulfilledByCallId,
    });
    await this.tellAnswer(tx, one, 'reopen', { byPersonId, evidenceCallId: null });
  }

  private async setTime(tx: EntityManager, one: Commitment, given: Given, byPersonId: string): Promise<void> {
    const dueAt = new Date(given.dueAt ?? Number.NaN);
    const now = this.clock.now().getTime();
    if (!(dueAt.getTime() > now) || dueAt.getTime() > now + YEAR_MS) throw commitmentsRefusals.time_is_past();
    const before = one.dueAt?.toISOString() ?? null;
    const time = { dueAt, dueBasis: 'person' as const, unclear: null, dueSoonAt: null, overdueAt: null };
    const happened = { action: 'time_set' as const, byPersonId, note: given.note ?? null, dueAt };
    await this.ledger.change(tx, one, { ...time, state: 'open', touched: true }, happened);
    const details = { commitmentId: one.id, dueAt: dueAt.toISOString(), before };
    await this.journal.append(tx, 'commitment.time_set', details, { callId: one.callId, actorPersonId: byPersonId });
  }

  private async propose(tx: EntityManager, one: Commitment, given: Given, byPersonId: string): Promise<void> {
    const { toPersonId } = given;
    const note = given.note ?? null;
    if (!toPersonId || !(await mayTakeOver(tx, one, toPersonId))) throw commitmentsRefusals.cannot_take_over();
    const patch = { offeredToPersonId: toPersonId, offeredAt: this.clock.now(), touched: true };
    await this.ledger.change(tx, one, patch, { action: 'hand_over_proposed', byPersonId, toPersonId, note });
    await this.tellHandOver(tx, one, 'proposed', { byPersonId, toPersonId });
  }

  /** The owner answers for it until the other accepts. */
  private async settleOffer(
    tx: EntityManager,
    one: Commitment,
    given: CommitmentAnswer & { answer: 'accept' | 'decline' | 'withdraw' },
    byPersonId: string,
  ): Promise<void> {
    const toPersonId = one.offeredToPersonId!;
    const step = ({ accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' } as const)[given.answer];
    const taken = step === 'accepted' ? { ownerPersonId: toPersonId, teamId: await teamOf(tx, toPersonId) } : {};
    const note = given.note ?? null;
    const happened = { action: `hand_over_${step}` as const, byPersonId, toPersonId, note };
    await this.ledger.change(tx, one, { ...NOTHING_OFFERED, ...taken, touched: true }, happened);
    await this.tellHandOver(tx, one, step, { byPersonId, toPersonId });
  }

  private async tellAnswer(
    tx: EntityManager,
    one: Commitment,
    answer: EventDetails<'commitment.answered'>['answer'],
    { byPersonId, evidenceCallId }: { byPersonId: string; evidenceCallId: string | null },
  ): Promise<void> {
    const details = { commitmentId: one.id, answer, by: 'person' as const, evidenceCallId };
    await this.journal.append(tx, 'commitment.answered', details, { callId: one.callId, actorPersonId: byPersonId });
  }

  private async tellSettled(
    tx: EntityManager,
    one: Commitment,
    answer: EventDetails<'commitment.question_settled'>['answer'],
    { byPersonId, askedBy: askedByPersonId }: { byPersonId: string; askedBy: string },
  ): Promise<void> {
    const details = { commitmentId: one.id, answer, askedByPersonId };
    const whose = { callId: one.callId, actorPersonId: byPersonId };
    await this.journal.append(tx, 'commitment.question_settled', details, whose);
  }

  private async tellHandOver(
    tx: EntityManager,
    one: Commitment,
    step: EventDetails<'commitment.handed_over'>['step'],
    { byPersonId, toPersonId }: { byPersonId: string; toPersonId: string },
  ): Promise<void> {
    const details = { commitmentId: one.id, step, toPersonId };
    await this.journal.append(tx, 'commitment.handed_over', details, { callId: one.callId, actorPersonId: byPersonId });
  }
}

async function assertLater(tx: EntityManager, { saidAt, callId }: Commitment, evidenceCallId: string): Promise<void> {
  const [call]: { id: string }[] = await tx.query(
    'select id from call where id = $1 and started_at > $2 and id <> $3',
    [evidenceCallId, saidAt, callId],
  );
  if (!call) throw commitmentsRefusals.evidence_unknown();
}

/** Colleagues of the same client who can sign in as agent or supervisor. @param personId only this one */
export async function colleaguesOf(
  tx: EntityManager,
  { clientId, ownerPersonId }: Pick<Commitment, 'clientId' | 'ownerPersonId'>,
  personId: string | null = null,
): Promise<{ personId: string; name: { zh: string; en: string } }[]> {
  const rows: { id: string; zh: string; en: string }[] = await tx.query(
    `select person.id, person.name_zh as zh, person.name_en as en from person join team on team.id = person.team_id
     where team.client_id = $1 and person.id <> $2 and person.left_at is null and ($3::uuid is null or person.id = $3)
       and exists (select 1 from role_in_force role where role.person_id = person.id and role.role in ('agent', 'supervisor'))
     order by person.name_zh, person.id limit 300`,
    [clientId, ownerPersonId, personId],
  );
  return rows.map(({ id, zh, en }) => ({ personId: id, name: { zh, en } }));
}

const mayTakeOver = async (tx: EntityManager, one: Commitment, personId: string): Promise<boolean> =>
  (await colleaguesOf(tx, one, personId)).length === 1;

async function teamOf(tx: EntityManager, personId: string): Promise<string> {
  const [person]: { team_id: string }[] = await tx.query('select team_id from person where id = $1', [personId]);
  if (!person) throw new Error(`there is no person ${personId}`);
  return person.team_id;
}
