import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BestCallRow } from '#coaching';
import { type MomentWords, type Transcript, type Turn } from '#contracts';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { TranscriptRow } from '#transcripts';
import { SealedWords } from '../call/words/sealed-words.js';
import { WordMasking } from '../call/words/word-masking.js';
import { cannotListen } from '../call/audio/cannot-listen.js';
import { apiRefusals } from '../refusals.js';

/**
 * What was said within a stretch: whole turns that lie in it and, of those that reach beyond it, the words that were spoken in it. Where the times
 * of such a turn's words are not known, it is left out: what lies outside was never given to others.
 */
export const wordsWithin = (
  turns: readonly Turn[],
  { fromMs, toMs }: { fromMs: number; toMs: number },
): MomentWords['turns'] =>
  turns.flatMap((turn) => {
    const { speaker } = turn;
    if (turn.fromMs >= fromMs && turn.toMs <= toMs) return [{ speaker, fromMs: turn.fromMs, text: turn.text }];
    const said = turn.words.filter((word) => word.toMs > fromMs && word.fromMs < toMs);
    const [first, last] = [said[0], said.at(-1)];
    return first && last ? [{ speaker, fromMs: first.fromMs, text: turn.text.slice(first.fromChar, last.toChar) }] : [];
  });

/** The words of a published best call: of its stretch alone, masked, journalled like every reading. */
@Injectable()
export class BestCallWords {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly sealed: SealedWords,
    private readonly masking: WordMasking,
  ) {}

  /** @param bestCallId of one that the asker sees @throws DomainError `no_transcript`, `no_grant`, `unchecked`, and why words are shut */
  async of(asker: Asker, bestCallId: string): Promise<MomentWords> {
    const one = await this.source.manager.findOneByOrFail(BestCallRow, { id: bestCallId });
    const row = await this.source.manager.findOne(TranscriptRow, {
      where: { recordingId: one.recordingId },
      order: { createdAt: 'DESC', version: 'DESC' },
    });
    if (!row) throw apiRefusals.no_transcript();
    const { warrant } = await this.sealed.admit(row, { exit: 'best_call_words', asker, grantId: bestCallId });
    const about = { callId: one.callId, actorPersonId: asker.personId };
    const token = asker.tokenId === null ? {} : { tokenId: asker.tokenId };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'transcript.read', { transcriptId: row.id, grantId: bestCallId, ...token }, about),
    );
    const { json, spans, mode } = await this.masking.mask(row.id, await this.sealed.unwrap(row, warrant), false);
    // While the company only tries out what would be hidden, nothing is.
    if (spans.length > 0 && mode !== 'mask') throw cannotListen('unchecked');
    const { turns } = JSON.parse(Buffer.from(json).toString('utf8')) as Transcript;
    return { turns: wordsWithin(turns, one) };
  }
}
