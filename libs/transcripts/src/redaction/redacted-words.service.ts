import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SensitiveSpan, type Transcript } from '#contracts';
import { JournalService } from '#journal';
import { Recording, VaultService } from '#recordings';
import { readWords, sealedWords } from '../read-words.js';
import { TranscriptRow } from '../transcript.entity.js';
import { askSpansThread } from './ask-spans-thread.js';
import { CardCodeDecision } from './redaction.entity.js';
import { SensitiveSpans, type FoundSpans } from './sensitive-spans.service.js';
import { answered, countKinds, keepingCodes } from './spans-of-sound.rules.js';

export const MASK_AUTHORITY = { kind: 'system', job: 'mask-recording' } as const;

/** A transcript with what was found in it. */
export interface RedactedWords extends FoundSpans {
  row: TranscriptRow;
}

/** Every version of a recording's words, looked through by this program's rules. */
@Injectable()
export class RedactedWordsService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly spans: SensitiveSpans,
    private readonly journal: JournalService,
  ) {}

  /** Looks through words that no rules, or older ones, have looked through. @returns the newest words first */
  async lookThrough(recording: Recording): Promise<RedactedWords[]> {
    const rows = await this.source.manager.find(TranscriptRow, {
      where: { recordingId: recording.id },
      order: { version: 'DESC' },
    });
    const words: RedactedWords[] = [];
    for (const row of rows) {
      const stored = await this.spans.stored(row.id);
      const isNew = stored !== null && stored.rulesVersion >= this.spans.rules;
      const { rulesVersion, spans } = isNew ? stored : await this.again(recording, row, stored);
      words.push({ row, rulesVersion, spans });
    }
    return words;
  }

  read(row: TranscriptRow): Promise<Transcript> {
    return readWords(this.vault, row, MASK_AUTHORITY);
  }

  private async look(row: TranscriptRow): Promise<SensitiveSpan[]> {
    return askSpansThread(await sealedWords(this.vault, row, MASK_AUTHORITY));
  }

  private async again(
    { id: recordingId, callId }: Recording,
    row: TranscriptRow,
    before: FoundSpans | null,
  ): Promise<FoundSpans> {
    const answers = await this.source.manager.findBy(CardCodeDecision, { transcriptId: row.id });
    const spans = answered(keepingCodes(await this.look(row), before?.spans ?? []), answers);
    const found = { rulesVersion: this.spans.rules, spans };
    await this.source.transaction(async (tx) => {
      await this.spans.record(tx, row.id, spans);
      const details = { recordingId, transcriptId: row.id, rulesVersion: found.rulesVersion, found: countKinds(spans) };
      await this.journal.append(tx, 'transcript.redacted', details, { callId });
    });
    return found;
  }
}
