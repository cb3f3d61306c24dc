import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Play as PlayView } from '#contracts';
import { BestCallRow } from '#coaching';
import { ExitGate, PlayService } from '#legal';
import { type Asker } from '#people';
import { Recording, VaultService } from '#recordings';
import { WhyShut } from '../call/page/why-shut.js';
import { listenRefusal } from '../call/page/listen-refusal.rules.js';
import { cannotListen } from '../call/audio/cannot-listen.js';

/** Opens playbacks of published best calls: of their stretch alone, silenced, journalled like every other. */
@Injectable()
export class BestCallPlays {
  constructor(
    private readonly source: DataSource,
    private readonly exits: ExitGate,
    private readonly plays: PlayService,
    private readonly vault: VaultService,
    private readonly whyShut: WhyShut,
  ) {}

  /** @param bestCallId of one that the asker sees @throws DomainError `no_grant`, and why the sound is shut */
  async open(asker: Asker, bestCallId: string): Promise<PlayView> {
    const { recordingId, code } = await this.source.manager.findOneByOrFail(BestCallRow, { id: bestCallId });
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const refusal = listenRefusal(recording, true);
    if (refusal) throw await this.whyShut.refused(refusal, recordingId);
    const answer = await this.exits.sound({ exit: 'best_call', asker, recordingId, grantId: bestCallId });
    if ('refuse' in answer) throw await this.whyShut.refused(answer.refuse, recordingId);
    const rendition = await this.vault.find(recordingId, answer.kind);
    if (!rendition) throw cannotListen('not_sealed');
    const play = await this.plays.openBestCall(asker, recording, bestCallId);
    return {
      ...{ playId: play.id, recordingId, audioUrl: `/api/v1/calls/${play.callId}/audio?play=${play.id}` },
      ...{ rendition: play.rendition, expiresAt: play.expiresAt.toISOString() },
      ...{ mimeType: rendition.mimeType, sound: answer.sound, grantCode: code },
    };
  }
}
