import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CardCodeAnswer } from '#contracts';
import { type Asker } from '#people';
import { CardCodeDecisions, TranscriptRow } from '#transcripts';
import { CallAccess } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';

/** Takes answers about possible card codes, for calls that the asker may decide about. */
@Injectable()
export class CardCodesDesk {
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
