/*
 * Correcting what is known of a call
 *   1. Under the lock of its row: what is known, what is said instead, and where they differ. Never a call that one took, never to oneself, and
 *      never while one has a part in an open dispute of it.
 *   2. Times that cannot be are refused; so is an agent whom the corrector does not reach.
 *   3. It is weighed (`moved.rules.ts`). What moves rights, retention or a dispute waits for a second person (`correction-proposals.service.ts`),
 *      and takes a fresh proof; a token or an upload has none, and proposes. What closes a recording does so at once, after a proof.
 *   4. The rest holds at once (`written-corrections.service.ts`).
 * Holds stay as they are: a rule that fits the call as it is now covers it too, and none lets go.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type ConsentStatement, type Correctable, type CorrectionResult } from '#contracts';
import { CorrectionProposal } from '#calls';
import { assertFreshProof } from '#people';
import { Clock } from '#platform';
import { type CorrectionOrder } from './correction-ledger.js';
import { CorrectionProposals } from './correction-proposals.service.js';
import { type CallFacts, differences, factsOf, wantedFacts } from './correction.rules.js';
import { CorrectionScales } from './correction-scales.service.js';
import { KnownCalls, type LockedCall } from './known-calls.js';
import { closes, movedBy } from './moved.rules.js';
import { mayCorrect } from './parts-in-a-call.js';
import { correctionRefusals } from './correction-refusals.js';
import { type Sender } from '../sender.js';
import { WrittenCorrections } from './written-corrections.service.js';

interface Said {
  wanted: Partial<CallFacts>;
  fields: readonly Correctable[];
  consent: ConsentStatement | null;
}

@Injectable()
export class CallCorrections {
  constructor(
    private readonly source: DataSource,
    private readonly known: KnownCalls,
    private readonly scales: CorrectionScales,
    private readonly proposals: CorrectionProposals,
    private readonly written: WrittenCorrections,
    private readonly clock: Clock,
  ) {}

  /**
   * The leg must be within the asker's reach. @throws DomainError `nothing_to_correct`, `correct_own_call`, `correct_to_oneself`,
   * `correct_disputed_call`, `correction_waits`, `step_up_…`, and for what cannot be so
   */
  correct(asker: Sender, callId: string, order: CorrectionOrder): Promise<CorrectionResult> {
    return this.source.transaction(async (tx) => {
      const known = await this.known.lock(tx, callId, order.legId);
      await mayCorrect(tx, asker.personId, callId, this.clock.now());
      const wanted = wantedFacts(order.changes);
      const fields: Correctable[] = fieldsToCorrect(known, wanted);
      const consent = order.changes.consent ?? null;
      if (consent) fields.push('consent');
      if (fields.length === 0) throw correctionRefusals.nothing_to_correct();
      return this.weighed(tx, asker, known, order, { wanted, fields, consent });
    });
  }

  private async weighed(
    tx: EntityManager,
    asker: Sender,
    known: LockedCall,
    order: CorrectionOrder,
    said: Said,
  ): Promise<CorrectionResult> {
    const agent = said.fields.includes('staffNumber')
      ? await this.known.agent(tx, asker, said.wanted.staffNumber as string)
      : null;
    const would = this.known.wouldBe(known, { ...said, agent, proposalId: null });
    const weights = await this.scales.weigh(tx, known, would, said);
    const [moves, shuts] = [movedBy(weights), closes(weights)];
    const proof = this.proofOf(asker, order, moves.length > 0 || shuts);
    if (moves.length === 0 && (!shuts || proof)) {
      await this.refuseWhatWaits(tx, known.call.id, said.fields);
      const order_ = { ...order, by: asker.personId, moved: [], proposalId: null };
      return this.written.write(tx, known, { ...said, agent: null, ...order_ });
    }
    // Consent that is taken back closes at once, whatever else was said with it.
    if (shuts && proof && said.consent && said.fields.length > 1) return this.apart(tx, asker, known, order, said);
    const proposed = { ...said, moves: moves.length > 0 ? moves : (['consent'] as const), agent, proof };
    return this.proposals.propose(tx, asker, known, order, proposed);
  }

  /** Consent first, then the rest as it is by then. */
  private async apart(tx: EntityManager, asker: Sender, known: LockedCall, order: CorrectionOrder, said: Said) {
    const { consent } = said;
    const fields = said.fields.filter((field) => field !== 'consent');
    const shut = await this.weighed(tx, asker, known, order, { wanted: {}, fields: ['consent'], consent });
    const rest = await this.weighed(tx, asker, known, order, { wanted: said.wanted, fields, consent: null });
    const again = [...new Set([...shut.again, ...rest.again])];
    return { ...rest, fields: [...shut.fields, ...rest.fields], again, shut: shut.shut || rest.shut };
  }

  /** When who asks proved who they are; null of a token and of an upload. @throws DomainError `step_up_…` where a person must first */
  private proofOf(asker: Sender, { origin }: CorrectionOrder, needed: boolean): Date | null {
    if (origin !== 'person' || asker.tokenId !== null) return null;
    if (needed) assertFreshProof(asker, this.clock.now());
    return asker.steppedUpAt;
  }

  /** A second person decides by what they read: it does not change under them. */
  private async refuseWhatWaits(tx: EntityManager, callId: string, fields: readonly Correctable[]): Promise<void> {
    const waiting = await tx.findOne(CorrectionProposal, { where: { callId }, order: { proposedAt: 'DESC' } });
    if (waiting?.decision !== null) return;
    if (fields.some((field) => field !== 'consent' && field in waiting.after))
      throw correctionRefusals.correction_waits();
  }
}

/** Where a correction differs from what is known. An agent whom no second person confirmed may be said again, so that one does. */
export function fieldsToCorrect(known: LockedCall, wanted: Partial<CallFacts>): Correctable[] {
  const fields: Correctable[] = differences(factsOf(known), wanted);
  const { personId, takenByPersonId } = known.leg;
  const unsure = wanted.staffNumber === known.staffNumber && personId !== takenByPersonId;
  return unsure ? [...fields, 'staffNumber'] : fields;
}
