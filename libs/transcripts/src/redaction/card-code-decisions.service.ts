/*
 * A stretch that may be a card's code (decision 54)
 *   1. Found in doubt, it is silent in copies and hidden in words; the original stays sealed as it was received.
 *   2. A person says what it is: one transaction, under the lock of the recording's row, writes the answer down, changes what was found, and
 *      takes the copy out of service. `card_code.decided` sets off masking.
 *   3. A code is cut out as one that was certain from the start (`CutRecordingService`); what is none is heard and read again.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { CustodyService, type Recording } from '#recordings';
import { CardCodeDecision, MaskedSound, RedactionRow } from './redaction.entity.js';
import { answered, isDoubtfulCode, type CodeAnswer } from './spans-of-sound.rules.js';
import { transcriptsRefusals } from '../refusals.js';

/** A masked copy by these rules is never served: it is made again. */
const NO_RULES = 0;

export interface CodeQuestion extends Omit<CodeAnswer, 'toChar'> {
  readonly transcriptId: string;
}

@Injectable()
export class CardCodeDecisions {
  constructor(
    private readonly source: DataSource,
    private readonly custody: CustodyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `card_code_decided` where nothing waits there any more */
  async decide({ id: recordingId, callId }: Recording, question: CodeQuestion, personId: string): Promise<void> {
    const { transcriptId, turn, fromChar, answer } = question;
    await this.source.transaction(async (tx) => {
      const { custody } = await this.custody.lock(tx, recordingId);
      const found = await tx.findOne(RedactionRow, { where: { transcriptId }, order: { rulesVersion: 'DESC' } });
      const span = found?.spans.find((one) => one.turn === turn && one.fromChar === fromChar);
      if (!found || !span || !isDoubtfulCode(span) || custody !== 'sealed')
        throw transcriptsRefusals.card_code_decided();
      const { toChar, fromMs, toMs } = span;
      const decidedAt = this.clock.now();
      await tx.insert(CardCodeDecision, { transcriptId, turn, fromChar, toChar, answer, personId, decidedAt });
      const spans = answered(found.spans, [{ turn, fromChar, toChar, answer }]);
      await tx.update(RedactionRow, { transcriptId, rulesVersion: found.rulesVersion }, { spans });
      await tx.update(MaskedSound, { recordingId }, { rulesVersion: NO_RULES });
      const details = { recordingId, transcriptId, answer, fromMs, toMs };
      await this.journal.append(tx, 'card_code.decided', details, { callId, actorPersonId: personId });
    });
  }
}
