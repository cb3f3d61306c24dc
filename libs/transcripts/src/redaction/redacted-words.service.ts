import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { mergeSpans, Recording, VaultService, type SpanMs } from '#recordings';
import { KeptThread } from '#platform';
import { sealedWords } from '../read-words.js';
import { TranscriptRow } from '../transcript.entity.js';
import { CardCodeDecision, RecordingCut } from './redaction.entity.js';
import { NO_SPANS } from './spans-json.rules.js';
import { SensitiveSpans, type FoundSpans } from './sensitive-spans.service.js';
import { maskingWork, type MaskingAnswer, type MaskingQuestion, type MaskingWork } from './masking-work.rules.js';

/** Takes the words of a recording that is masked apart in a thread of its own. */
@Injectable()
export class MaskingWorkThread implements OnApplicationShutdown {
  private readonly thread = new KeptThread<MaskingQuestion, MaskingAnswer>({
    ...{ name: 'mask-recording', beside: import.meta.url, inPlace: maskingWork, wallMs: 120_000, memoryMb: 1024 },
  });

  /** @throws ThreadFailed */
  async ask<Do extends keyof MaskingWork>(what: Do, of: MaskingWork[Do]['asks']): Promise<MaskingWork[Do]['answer']> {
    return (await this.thread.ask({ do: what, of } as MaskingQuestion)) as MaskingWork[Do]['answer'];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}

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
    private readonly thread: MaskingWorkThread,
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

  /** The words as they are sealed again after a cut, as JSON. */
  async withoutCodes({ row, spans }: RedactedWords): Promise<Uint8Array> {
    const words = await sealedWords(this.vault, row, MASK_AUTHORITY);
    return this.thread.ask('without_codes', { words, spans });
  }

  /** When a code is heard that no cut has silenced. Most words hold none, and are not taken apart. */
  async uncut({ id, durationMs }: Recording, words: readonly RedactedWords[]): Promise<SpanMs[]> {
    const spans = words.map((one) => one.spans).filter((one) => one.includes('"card_code"'));
    if (spans.length === 0) return [];
    const cuts = await this.source.manager.findBy(RecordingCut, { recordingId: id });
    const cut = mergeSpans(cuts.flatMap(({ spansMs }) => spansMs));
    return this.thread.ask('uncut', { spans, cut, durationMs });
  }

  /** When anything sensitive is heard. */
  async silent({ durationMs }: Recording, { spans }: RedactedWords): Promise<SpanMs[]> {
    return spans === NO_SPANS ? [] : this.thread.ask('silent', { spans, durationMs });
  }

  private async again(
    { id: recordingId, callId }: Recording,
    row: TranscriptRow,
    before: FoundSpans | null,
  ): Promise<FoundSpans> {
    const answers = await this.source.manager.findBy(CardCodeDecision, { transcriptId: row.id });
    const words = await sealedWords(this.vault, row, MASK_AUTHORITY);
    const { spans, found } = await this.thread.ask('look', { words, before: before?.spans ?? null, answers });
    const rulesVersion = this.spans.rules;
    await this.source.transaction(async (tx) => {
      await this.spans.record(tx, row.id, spans);
      const details = { recordingId, transcriptId: row.id, rulesVersion, found };
      await this.journal.append(tx, 'transcript.redacted', details, { callId });
    });
    return { rulesVersion, spans };
  }
}
