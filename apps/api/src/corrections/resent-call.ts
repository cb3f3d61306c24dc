import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Correctable, type CorrectionChanges, type ResentMetadata, type UploadMetadata } from '#contracts';
import { type Call } from '#calls';
import { reaches, scopeOf, type Asker } from '#people';
import { CallCorrections } from './call-corrections.service.js';
import { CorrectionLedger } from './correction-ledger.js';
import { changesOf, differences, factsOf, isSettled, wantedFacts } from './correction.rules.js';
import { KnownCalls } from './known-calls.js';

const REASON = '同一录音再次上传，元数据不同 / The same recording was sent again with other metadata';

/**
 * A recording that is sent again may say other things of its call: from a sender who may correct it this is a correction; another sender is
 * told how to get one.
 */
@Injectable()
export class ResentCall {
  constructor(
    private readonly source: DataSource,
    private readonly known: KnownCalls,
    private readonly corrections: CallCorrections,
    private readonly ledger: CorrectionLedger,
  ) {}

  /** @returns null where it says the same */
  async compare(asker: Asker, call: Call, metadata: UploadMetadata): Promise<ResentMetadata | null> {
    const known = await this.known.read(this.source.manager, call);
    const changes = changesOf(metadata);
    const wanted = wantedFacts(changes);
    const fields = differences(factsOf(known), wanted);
    if (fields.length === 0) return null;
    const history = await this.ledger.of(this.source.manager, call.id);
    const open = fields.filter((field) => !isSettled(history, field, wanted[field]));
    const scope = scopeOf('calls.correct', asker.held, asker.personId);
    const may = known.leg.personId !== asker.personId && reaches(scope, known.leg);
    const applied = may && open.length > 0 ? await this.apply(asker, call.id, changes, open) : [];
    const left = fields.filter((field) => !applied.includes(field));
    return { fields, applied, route: left.length > 0 ? `POST /api/v1/calls/${call.id}/corrections` : null };
  }

  private async apply(
    asker: Asker,
    callId: string,
    changes: CorrectionChanges,
    open: readonly (keyof CorrectionChanges)[],
  ) {
    const wanted = Object.fromEntries(open.map((field) => [field, changes[field]])) as CorrectionChanges;
    const done = await this.corrections.correct(asker, callId, { changes: wanted, reason: REASON, origin: 'upload' });
    return done.fields as Correctable[];
  }
}
