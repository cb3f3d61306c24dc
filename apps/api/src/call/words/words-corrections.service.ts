import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type WordsCorrection } from '#contracts';
import { mayCorrect } from '#intake';
import { type Asker } from '#people';
import { Clock } from '#platform';
import { askCorrectionThread, CorrectedWords, isHidden, transcriptsRefusals, TranscriptRow } from '#transcripts';
import { TranscriptReader } from './transcript-reader.js';
import { type ReadableWords } from './word-masking.js';
import { CallAccess } from '../../reach/call-access.js';
import { apiRefusals } from '../../refusals.js';

/**
 * Takes words that a person corrected: under the grant by which they read them, and only where they see the whole turn. What is hidden from
 * them is neither overwritten nor found out by trying.
 */
@Injectable()
export class WordsCorrections {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly reader: TranscriptReader,
    private readonly corrected: CorrectedWords,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new version's id
   * @throws DomainError `not_found` | `no_grant` | `correct_own_call` | `correct_disputed_call` | `words_moved_on` | `words_being_made` |
   *   `turn_has_hidden_words` | `no_such_turn` | `no_words_corrected`
   */
  async correct(asker: Asker, callId: string, order: WordsCorrection): Promise<{ transcriptId: string }> {
    const { recordingId, transcriptId, turns } = order;
    const { leg } = await this.access.recording(asker, callId, recordingId, 'transcripts.correct');
    await mayCorrect(this.source.manager, asker.personId, leg.callId, this.clock.now());
    const grantId = await this.reader.grantFor(asker, leg);
    if (grantId === null) throw apiRefusals.no_grant();
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: transcriptId, recordingId });
    if (!row) throw apiRefusals.not_found();
    const { readable, sealed } = await this.reader.openWhole(asker, row, grantId, leg.callId);
    if (turns.some(({ turn }) => holdsHidden(readable, turn))) throw transcriptsRefusals.turn_has_hidden_words();
    const next = await askCorrectionThread({ words: sealed, turns });
    if (!next) throw transcriptsRefusals.no_such_turn();
    if (sealed.equals(next.words)) throw transcriptsRefusals.no_words_corrected();
    return { transcriptId: await this.corrected.file(row, next, asker.personId) };
  }
}

function holdsHidden({ spans, mode, kinds }: ReadableWords, turn: number): boolean {
  const hiding = { mode: mode === 'mask' ? mode : 'highlight', kinds } as const;
  return spans.some((span) => span.turn === turn && isHidden(span, hiding));
}
