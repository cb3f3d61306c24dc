import { cardCodesRoutes, type CardCodeAnswer } from '#contracts';
import { implement } from '../routes/implement.js';
import { CardCodesQuery } from './card-codes.query.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Asker } from '#people';
import { CardCodeDecisions, TranscriptRow } from '#transcripts';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';

/** Takes answers about possible card codes, for calls that the asker may decide about. */
@Injectable()
class CardCodesDesk {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly decisions: CardCodeDecisions,
  ) {}

  /** @throws DomainError `not_found`, `card_code_decided` */
  async answer(asker: Asker, callId: string, answer: CardCodeAnswer): Promise<void> {
    const words = await this.source.manager.findOneBy(TranscriptRow, { id: answer.transcriptId });
    if (!words) throw apiRefusals.not_found();
    const { recording } = await this.access.recording(asker, callId, words.recordingId, 'redaction.decide');
    await this.decisions.decide(recording, answer, asker.personId);
  }
}

/** Stretches that may be a card's code. In doubt nothing is cut out of a stored recording; a person decides. */
export const cardCodesHandlers = implement(cardCodesRoutes, [CardCodesQuery, CardCodesDesk], (query, desk) => ({
  waiting: ({ asker }) => query.waiting(asker),
  answer: ({ asker, callId, body: answer }) => desk.answer(asker, callId, answer),
}));
