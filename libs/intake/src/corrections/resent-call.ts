import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CorrectionChanges, type ResentMetadata, type UploadMetadata } from '#contracts';
import { type Call } from '#calls';
import { reaches, scopeOf } from '#people';
import { Clock } from '#platform';
import { CallCorrections } from './call-corrections.service.js';
import { CorrectionLedger } from './correction-ledger.js';
import { waitingOf } from './correction-proposals.service.js';
import { changesOf, differences, factsOf, isSettled, saidOf, wantedFacts, wasRefused } from './correction.rules.js';
import { KnownCalls, type LockedCall } from './known-calls.js';
import { type Sender } from '../sender.js';
import { partsIn } from './parts-in-a-call.js';

const REASON = '同一录音再次上传，元数据不同 / The same recording was sent again with other metadata';

/**
 * A recording that is sent again may say other things of its call: from a sender who may correct it this is a correction, or the proposal of one;
 * another sender is told how to get one.
 */
@Injectable()
export class ResentCall {
  constructor(
    private readonly source: DataSource,
    private readonly known: KnownCalls,
    private readonly corrections: CallCorrections,
    private readonly ledger: CorrectionLedger,
    private readonly clock: Clock,
  ) {}

  /** @returns null where it says the same */
  async compare(
    asker: Sender,
    { call, legId }: { call: Call; legId: string },
    metadata: UploadMetadata,
  ): Promise<ResentMetadata | null> {
    const known = await this.known.read(this.source.manager, call, legId);
    const of = { callId: call.id, legId };
    const changes = changesOf(metadata);
    const wanted = wantedFacts(changes);
    const fields = differences(factsOf(known), wanted);
    if (fields.length === 0) return null;
    const history = await this.ledger.of(this.source.manager, call.id);
    const refused = await this.ledger.refusedOf(this.source.manager, call.id);
    const open = fields.filter(
      (field) =>
        !isSettled(saidOf(history, field, legId), field, wanted[field]) &&
        !wasRefused(saidOf(refused, field, legId), field, wanted[field]),
    );
    const done =
      open.length > 0 && (await this.may(asker, known)) ? await this.apply(asker, of, changes, open) : NOTHING;
    const left = fields.filter((field) => !done.applied.includes(field) && !done.waiting.includes(field));
    return { fields, ...done, route: left.length > 0 ? `POST /api/v1/calls/${call.id}/corrections` : null };
  }

  private async may(asker: Sender, { call, leg }: LockedCall): Promise<boolean> {
    if (!reaches(scopeOf('calls.correct', asker.held, asker.personId), leg)) return false;
    const { own, disputed } = await partsIn(this.source.manager, asker.personId, call.id, this.clock.now());
    return !own && !disputed;
  }

  /** What moves rights, retention or a dispute is proposed; where something waits already, this sender proposes nothing more. */
  private async apply(
    asker: Sender,
    { callId, legId }: { callId: string; legId: string },
    changes: CorrectionChanges,
    open: readonly (keyof CorrectionChanges)[],
  ): Promise<Done> {
    const waits = await waitingOf(this.source.manager, callId);
    if (waits) return { applied: [], waiting: open.filter((field) => field in waits.after) };
    const wanted = Object.fromEntries(open.map((field) => [field, changes[field]])) as CorrectionChanges;
    const done = await this.corrections.correct(asker, callId, {
      legId,
      changes: wanted,
      reason: REASON,
      origin: 'upload',
    });
    return { applied: done.fields, waiting: done.waiting?.fields ?? [] };
  }
}

type Done = Pick<ResentMetadata, 'applied' | 'waiting'>;
const NOTHING: Done = { applied: [], waiting: [] };
