import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PhrasePiece } from '#contracts';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { qualityRefusals } from '#quality';
import { type WordsToTry } from '#quality/rules';
import { FoundWords } from '../search/found-words.js';
import { TrialCallsQuery, type TrialCall } from './trial-calls.query.js';

/** Words that are fetched at once: the object store is asked for more than one, and other requests still get their turn. */
const AT_ONCE = 5;

/** A call of a trial with its words. */
export interface OpenedCall {
  readonly call: TrialCall;
  readonly words: WordsToTry;
}

/** The words of some drawn calls, a few at a time, for what is tried on them. */
@Injectable()
export class TrialPieces {
  constructor(
    private readonly source: DataSource,
    private readonly calls: TrialCallsQuery,
    private readonly words: FoundWords,
    private readonly journal: JournalService,
  ) {}

  /**
   * Asks again what the asker may read, and writes the journal before any word is opened. Answers at least once, also where no call has words
   * any more: what is wrong with the draft is told.
   * @throws DomainError `checklist_id_differs`
   */
  async *of(
    asker: Asker,
    checklistId: string,
    { trialId, definition, legIds }: Pick<PhrasePiece, 'trialId' | 'definition' | 'legIds'>,
  ): AsyncGenerator<OpenedCall[]> {
    if (definition.id !== checklistId) throw qualityRefusals.checklist_id_differs();
    const calls = await this.calls.of(asker, legIds);
    const about = { actorPersonId: asker.personId };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'phrases.tried', { trialId, checklistId, calls: calls.length }, about),
    );
    for (let at = 0; at === 0 || at < calls.length; at += AT_ONCE) {
      yield await this.open(asker, calls.slice(at, at + AT_ONCE));
    }
  }

  private async open(asker: Asker, calls: readonly TrialCall[]): Promise<OpenedCall[]> {
    const found = await Promise.all(
      calls.map(async (call) => {
        const words = await this.words.toTry(asker, call);
        return words && { call, words };
      }),
    );
    return found.filter((one) => one !== null);
  }
}
