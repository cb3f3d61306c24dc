/*
 * Correcting what is known of a call
 *   1. Under the lock of its row: what is known, what is said instead, and where they differ. People never correct a call that they took.
 *   2. Times that cannot be are refused; so is an agent whom the corrector does not reach.
 *   3. What differs is written; if the gate would decide otherwise now, so is its new decision, and what must not have been recorded is shut.
 *   4. What was known before is kept in `call_correction`, in the same commit as the journal's entry, whose follow-ups work out the rest again.
 * Holds stay as they are: a rule that fits the call as it is now covers it too, and none lets go.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Correctable, type CorrectionResult } from '#contracts';
import { type Asker } from '#people';
import { type CorrectionOrder, CorrectionLedger } from './correction-ledger.js';
import { consequencesOf, differences, factsOf, wantedFacts } from './correction.rules.js';
import { apiRefusals } from '../refusals.js';
import { CorrectionFollowUps } from './correction-follow-ups.js';
import { KnownCalls } from './known-calls.js';

@Injectable()
export class CallCorrections {
  constructor(
    private readonly source: DataSource,
    private readonly known: KnownCalls,
    private readonly followUps: CorrectionFollowUps,
    private readonly ledger: CorrectionLedger,
  ) {}

  /** The call must be within the asker's reach. @throws DomainError `nothing_to_correct`, `correct_own_call`, and for what cannot be so */
  correct(asker: Asker, callId: string, order: CorrectionOrder): Promise<CorrectionResult> {
    return this.source.transaction((tx) => this.correctIn(tx, asker, callId, order));
  }

  private async correctIn(tx: EntityManager, asker: Asker, callId: string, order: CorrectionOrder) {
    const known = await this.known.lock(tx, callId);
    if (known.leg.personId === asker.personId) throw apiRefusals.correct_own_call();
    const before = factsOf(known);
    const wanted = wantedFacts(order.changes);
    const fields: Correctable[] = differences(before, wanted);
    if (order.changes.consent) fields.push('consent');
    if (fields.length === 0) throw apiRefusals.nothing_to_correct();
    const after = await this.known.write(tx, asker, known, order.changes, fields);
    const consequences = consequencesOf(fields);
    const shut = consequences.consent && (await this.followUps.askGate(tx, after.call, order.changes.consent, asker));
    const { again, jobs } = await this.followUps.plan(tx, after, consequences);
    await this.ledger.write(tx, asker, { callId, order, fields, before, after: wanted, jobs });
    return { fields, again, shut };
  }
}
