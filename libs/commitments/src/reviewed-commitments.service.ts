import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { type CommitmentInReview } from '#contracts';
import { commitmentsRefusals, type CommitmentProblem } from './refusals.js';
import { refusalInReview, type Answerer } from './answer.rules.js';
import { CommitmentAnswers } from './commitment-answers.service.js';
import { Commitment } from './commitment.entity.js';

/** Promises of a leg that are settled with its review. */
export interface CommitmentsToSettle {
  readonly given: readonly CommitmentInReview[];
  /** What the reviewer may do with a commitment; null when they may not know of it. */
  readonly answererOf: (one: Commitment) => Answerer | null;
}

/** Settles promises of a leg in the transaction of its review: all that were answered, or none. */
@Injectable()
export class ReviewedCommitments {
  constructor(private readonly answers: CommitmentAnswers) {}

  /** @throws DomainError `promises_refused`, with every promise that refuses its answer */
  async settle(tx: EntityManager, legId: string, { given, answererOf }: CommitmentsToSettle): Promise<void> {
    const found = await tx.find(Commitment, {
      where: { id: In(given.map(({ commitmentId }) => commitmentId)), legId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const problems: CommitmentProblem[] = [];
    for (const { commitmentId, ...answer } of given) {
      const one = found.find(({ id }) => id === commitmentId);
      const by = one && answererOf(one);
      const refusal = one && by ? refusalInReview(answer.answer, one, by) : 'not_found';
      const problem = refusal ?? (one!.revision === answer.revision ? null : 'commitment_changed');
      if (problem) problems.push({ commitmentId, problem });
      else await this.answers.take(tx, one!, answer, by!.personId);
    }
    if (problems.length > 0) throw commitmentsRefusals.promises_refused(problems);
  }
}
