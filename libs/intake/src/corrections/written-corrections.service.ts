import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type CorrectionResult } from '#contracts';
import { CallTerms } from '#retention';
import { CorrectionFollowUps } from './correction-follow-ups.js';
import { CorrectionLedger, type HoldingCorrection } from './correction-ledger.js';
import { consequencesOf, factsOf } from './correction.rules.js';
import { KnownCalls, type LockedCall } from './known-calls.js';

/** Writes corrections, and has everything worked out again that rests on what they changed. */
@Injectable()
export class WrittenCorrections {
  constructor(
    private readonly known: KnownCalls,
    private readonly followUps: CorrectionFollowUps,
    private readonly ledger: CorrectionLedger,
    private readonly terms: CallTerms,
  ) {}

  async write(tx: EntityManager, known: LockedCall, correction: HoldingCorrection): Promise<CorrectionResult> {
    const { fields, wanted, consent, by } = correction;
    const before = factsOf(known);
    const after = await this.known.write(tx, known, correction);
    const consequences = consequencesOf(fields);
    const shut = consequences.consent && (await this.followUps.askGate(tx, after.call, consent ?? undefined, by));
    const { again, jobs } = await this.followUps.plan(tx, after, consequences);
    await this.ledger.write(tx, {
      callId: known.call.id,
      legId: known.leg.id,
      correction,
      before,
      after: wanted,
      jobs,
    });
    await this.terms.again(tx, known.call.id);
    return { fields: [...fields], waiting: null, again, shut };
  }
}
