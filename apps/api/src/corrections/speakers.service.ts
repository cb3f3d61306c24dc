import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SpeakersRequest } from '#contracts';
import { Call, Leg } from '#calls';
import { JournalService } from '#journal';
import { type Asker } from '#people';
import { Recording } from '#recordings';

import { wordsAgain } from './correction-follow-ups.js';
import { apiRefusals } from '../refusals.js';

/** Takes the answer to "who is SPEAKER_00?", or whose channel the left one is: the words get their speakers, and the call is scored again. */
@Injectable()
export class SpeakersService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
  ) {}

  /** The call must be within the asker's reach. @throws DomainError `speakers_not_asked`, `correct_own_call` */
  async name(asker: Asker, callId: string, { recordingId, roles }: SpeakersRequest): Promise<void> {
    await this.source.transaction(async (tx) => {
      const call = await tx.findOne(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
      const where = { id: recordingId, callId };
      const recording = await tx.findOne(Recording, { where, lock: { mode: 'pessimistic_write' } });
      if (!call || !recording) throw apiRefusals.not_found();
      if (await tx.existsBy(Leg, { callId, personId: asker.personId })) throw apiRefusals.correct_own_call();
      const open = recording.custody === 'sealed' && !recording.destructionStartedAt;
      if (!open || recording.speakers?.length !== roles.length) throw apiRefusals.speakers_not_asked();
      await tx.update(Recording, recordingId, { speakers: roles });
      const again = await wordsAgain(tx, call, [recording]);
      const about = { callId, actorPersonId: asker.personId };
      await this.journal.append(tx, 'speakers.named', { recordingId, roles: [...roles], again }, about);
    });
  }
}
