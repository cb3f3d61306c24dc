import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Commitment } from './commitment.entity.js';
import { CommitmentLedger } from './commitment-ledger.js';
import { fulfils } from './fulfilment.rules.js';

interface Pair {
  commitment_id: string;
  call_id: string;
  answered: boolean;
  same_matter: boolean;
  same_customer: boolean;
}

/** A call back is made within the quarter, or it is another matter. */
const REACH = `interval '92 days'`;

/**
 * By the whole number. Old calls have no key: there the mask of one source is taken, and a person decides. Of two calls of which one has a key,
 * nothing is known.
 */
const SAME_CUSTOMER = `later.customer_key = promised.customer_key
  or later.customer_key is null and promised.customer_key is null and later.customer = promised.customer and later.source = promised.source`;

/** Keeps promises by the calls that kept them, before or after they were due. */
@Injectable()
export class Fulfilment {
  constructor(
    private readonly ledger: CommitmentLedger,
    private readonly journal: JournalService,
  ) {}

  /**
   * Looks at a call from both sides: as an outbound call that may keep earlier promises, and as one whose own promises a later call, that came in
   * first, may have kept. Only the owner's calls and the owner's team's count.
   */
  async ofCall(tx: EntityManager, callId: string): Promise<void> {
    const pairs: Pair[] = await tx.query(
      `select one.id as commitment_id, later.id as call_id, bool_or(leg.answered_at is not null) as answered,
         coalesce(later.matter_id = promised.matter_id, false) as same_matter,
         coalesce((${SAME_CUSTOMER}) and (later.matter_id is null or promised.matter_id is null), false) as same_customer
       from commitment one join call promised on promised.id = one.call_id
       join call later on later.direction = 'outbound' and later.started_at > one.said_at and later.started_at < one.said_at + ${REACH}
         and later.id <> promised.id and (later.matter_id = promised.matter_id or ${SAME_CUSTOMER})
       join leg on leg.call_id = later.id and leg.kind = 'agent' and (leg.person_id = one.owner_person_id or leg.team_id = one.team_id)
       where one.state in ('open', 'overdue') and one.candidate_call_id is distinct from later.id
         and (one.call_id = $1 or later.id = $1)
         and not exists (select 1 from commitment_event said where said.commitment_id = one.id and said.evidence_call_id = later.id)
       group by one.id, later.id, promised.id order by later.started_at, one.id`,
      [callId],
    );
    if (pairs.length === 0) return;
    const locked = await tx.find(Commitment, {
      where: { id: In(pairs.map((pair) => pair.commitment_id)), state: In(['open', 'overdue']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const pair of pairs) {
      const one = locked.find(({ id }) => id === pair.commitment_id);
      if (one && one.state !== 'kept') await this.one(tx, one, pair);
    }
  }

  private async one(tx: EntityManager, one: Commitment, pair: Pair): Promise<void> {
    const { call_id: evidenceCallId, answered, same_matter: sameMatter, same_customer: sameCustomer } = pair;
    const about = { callId: one.callId };
    const answer = fulfils({ kind: one.kind, answered, sameMatter, sameCustomer });
    if (answer === 'kept') {
      const patch = { state: 'kept' as const, fulfilledByCallId: evidenceCallId, ...NOTHING_OFFERED };
      await this.ledger.change(tx, one, patch, { action: 'kept', evidenceCallId });
      const details = { commitmentId: one.id, answer: 'kept' as const, by: 'later_call' as const, evidenceCallId };
      await this.journal.append(tx, 'commitment.answered', details, about);
    } else if (answer === 'candidate' && one.candidateCallId === null) {
      await this.ledger.change(
        tx,
        one,
        { candidateCallId: evidenceCallId },
        { action: 'candidate_found', evidenceCallId },
      );
      await this.journal.append(tx, 'commitment.candidate_found', { commitmentId: one.id, evidenceCallId }, about);
    }
  }
}

const NOTHING_OFFERED = { offeredToPersonId: null, offeredAt: null };
