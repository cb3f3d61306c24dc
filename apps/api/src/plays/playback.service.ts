import { Injectable } from '@nestjs/common';
import { type OpenPlayRequest, type Play as PlayView } from '#contracts';
import { GrantService, type Interval, type Play, PlayService, SoundGate } from '#legal';
import { type Asker } from '#people';
import { VaultService } from '#recordings';
import { CallAccess } from '../dashboard/call-access.js';
import { listenRefusal } from '../dashboard/listen-refusal.rules.js';
import { notFound } from '../http/problem.js';
import { cannotListen, playEnded } from './refusals.js';

/** Opens playbacks and takes down what was heard: recordings and grants meet here. */
@Injectable()
export class PlaybackService {
  constructor(
    private readonly access: CallAccess,
    private readonly grants: GrantService,
    private readonly plays: PlayService,
    private readonly vault: VaultService,
    private readonly gate: SoundGate,
  ) {}

  /** @throws DomainError `not_found` | `no_grant` | `not_sealed` | `no_recording` | `damaged` | `being_checked` | `unchecked` */
  async open(asker: Asker, callId: string, { recordingId, purpose }: OpenPlayRequest): Promise<PlayView> {
    const { recording, leg } = await this.access.recording(asker, callId, recordingId, 'audio.play');
    const listening = await this.grants.liveGrant(asker, leg, 'listen', purpose);
    const refusal = listenRefusal(recording, listening.allowed);
    if (refusal || !listening.allowed) throw cannotListen(refusal ?? 'no_grant');
    const answer = await this.gate.ask(recording, listening.grant);
    if ('refuse' in answer) throw cannotListen(answer.refuse);
    const rendition = await this.vault.find(recordingId, answer.serve);
    if (!rendition) throw cannotListen('not_sealed');
    const play = await this.plays.open(asker, recording, listening.grant);
    return {
      playId: play.id,
      recordingId,
      audioUrl: `/api/v1/calls/${callId}/audio?play=${play.id}`,
      mimeType: rendition.mimeType,
      rendition: play.rendition,
      sound: answer.sound,
      grantCode: listening.grant.code,
      expiresAt: play.expiresAt.toISOString(),
    };
  }

  /** A report of the end of a play still counts; then it says that the play is over, so that the player stops. */
  async heard(asker: Asker, playId: string, intervals: readonly Interval[]): Promise<void> {
    const play = await this.mine(asker, playId);
    await this.plays.heard(play.id, intervals);
    await this.assertLive(play.id);
  }

  async close(asker: Asker, playId: string): Promise<void> {
    const play = await this.mine(asker, playId);
    await this.plays.close(play.id);
  }

  /** The asker's own play in this very session. @throws DomainError `not_found` */
  async mine(asker: Asker, playId: string): Promise<Play> {
    const play = await this.plays.find(playId, asker.sessionId);
    if (!play) throw notFound();
    return play;
  }

  /** Closes a play whose grant or session has ended. @throws DomainError `play_ended` */
  async assertLive(playId: string): Promise<void> {
    if (!(await this.plays.isLive(playId))) await this.end(playId);
  }

  /** Closes a play that is over, and says so. @throws DomainError `play_ended` */
  async end(playId: string): Promise<never> {
    await this.plays.close(playId);
    throw playEnded();
  }
}
