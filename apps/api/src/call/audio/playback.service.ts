import { Injectable } from '@nestjs/common';
import { type OpenPlayRequest, type Play as PlayView } from '#contracts';
import { ExitGate, GrantService, type Interval, type Play, PlayService, RequestGrants } from '#legal';
import { assertFreshProof, type Asker } from '#people';
import { Clock } from '#platform';
import { VaultService, type Recording } from '#recordings';
import { WhyShut } from '../page/why-shut.js';
import { CallAccess } from '../../reach/call-access.js';
import { listenRefusal } from '../page/listen-refusal.rules.js';

import { cannotListen } from './cannot-listen.js';
import { apiRefusals } from '../../refusals.js';

/** Opens playbacks and takes down what was heard: recordings and grants meet here. */
@Injectable()
export class PlaybackService {
  constructor(
    private readonly access: CallAccess,
    private readonly grants: GrantService,
    private readonly plays: PlayService,
    private readonly vault: VaultService,
    private readonly exits: ExitGate,
    private readonly requestGrants: RequestGrants,
    private readonly clock: Clock,
    private readonly whyShut: WhyShut,
  ) {}

  /**
   * @throws DomainError `not_found` | `no_grant` | `not_sealed` | `no_recording` | `damaged` | `being_checked` | `unchecked`, and under a
   *   request's grant `no_such_grant` | `request_grant_over` | `step_up_by_code` | `step_up_by_password`
   */
  async open(asker: Asker, callId: string, { recordingId, purpose, grantId }: OpenPlayRequest): Promise<PlayView> {
    const { recording, leg } = await this.access.recording(asker, callId, recordingId, 'audio.play');
    if (grantId !== undefined) return this.openUnderRequest(asker, recording, grantId);
    const listening = await this.grants.liveGrant(asker, leg, 'listen', purpose);
    const refusal = listenRefusal(recording, listening.allowed);
    if (refusal || !listening.allowed) throw await this.whyShut.refused(refusal ?? 'no_grant', recordingId);
    const heard = await this.toBeHeard(asker, recording, listening.grant);
    const play = await this.plays.open(asker, recording, listening.grant);
    return viewOf(play, { ...heard, grantCode: listening.grant.code });
  }

  private async openUnderRequest(asker: Asker, recording: Recording, grantId: string): Promise<PlayView> {
    const use = { grantId, personId: asker.personId, recordingId: recording.id, action: 'listen' } as const;
    const grant = await this.requestGrants.assertHolding(use);
    assertFreshProof(asker, this.clock.now());
    const refusal = listenRefusal(recording, true, true);
    if (refusal) throw await this.whyShut.refused(refusal, recording.id);
    const heard = await this.toBeHeard(asker, recording, grant);
    const play = await this.plays.openUnderRequest(asker, recording, grantId);
    return viewOf(play, { ...heard, grantCode: grant.code });
  }

  private async toBeHeard(asker: Asker, { id: recordingId }: Recording, grant: { id: string }): Promise<ToBeHeard> {
    const answer = await this.exits.sound({ exit: 'play', asker, recordingId, grantId: grant.id });
    if ('refuse' in answer) throw await this.whyShut.refused(answer.refuse, recordingId);
    const rendition = await this.vault.find(recordingId, answer.kind);
    if (!rendition) throw cannotListen('not_sealed');
    return { mimeType: rendition.mimeType, sound: answer.sound };
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
    if (!play) throw apiRefusals.not_found();
    return play;
  }

  /** Closes a play whose grant or session has ended. @throws DomainError `play_ended` */
  async assertLive(playId: string): Promise<void> {
    if (!(await this.plays.isLive(playId))) await this.end(playId);
  }

  /** Closes a play that is over, and says so. @throws DomainError `play_ended` */
  async end(playId: string): Promise<never> {
    await this.plays.close(playId);
    throw apiRefusals.play_ended();
  }
}

type ToBeHeard = Pick<PlayView, 'mimeType' | 'sound'>;

const viewOf = (play: Play, heard: ToBeHeard & { grantCode: string }): PlayView => ({
  playId: play.id,
  recordingId: play.recordingId,
  audioUrl: `/api/v1/calls/${play.callId}/audio?play=${play.id}`,
  rendition: play.rendition,
  expiresAt: play.expiresAt.toISOString(),
  ...heard,
});
