import { Injectable } from '@nestjs/common';
import { ExitGate, GrantService, RequestGrants } from '#legal';
import { type Leg } from '#calls';
import { type Asker } from '#people';
import { VaultService } from '#recordings';
import { CallAccess } from '../../reach/call-access.js';
import { unwrapFailure } from './opened-stream.js';
import { WhyShut } from '../page/why-shut.js';
import { apiRefusals } from '../../refusals.js';

/** The waveform of a recording: how loud, not what. It still takes a grant, for silence and shouting tell something too. */
@Injectable()
export class PeaksQuery {
  constructor(
    private readonly access: CallAccess,
    private readonly grants: GrantService,
    private readonly vault: VaultService,
    private readonly exits: ExitGate,
    private readonly requestGrants: RequestGrants,
    private readonly whyShut: WhyShut,
  ) {}

  /** @returns `Peaks` as JSON, as it was sealed. @throws DomainError `not_found` | `no_grant` | `no_peaks` | `being_checked` | `unchecked` */
  async peaks(asker: Asker, callId: string, recordingId: string): Promise<Buffer> {
    const { leg } = await this.access.recording(asker, callId, recordingId, 'audio.play');
    const grant = await this.grantFor(asker, leg, recordingId);
    if (!grant) throw apiRefusals.no_grant();
    const sound = await this.exits.sound({ exit: 'peaks', asker, recordingId, grantId: grant.id });
    if ('refuse' in sound) throw await this.whyShut.refused(sound.refuse, recordingId);
    const object = await this.vault.find(recordingId, sound.kind);
    if (!object) throw apiRefusals.no_peaks();
    return this.vault.readAll(object, sound.warrant).catch((error: unknown) => {
      throw unwrapFailure(error);
    });
  }

  /** A standing grant to listen or to read, or what a request of the asker's own gave. */
  private async grantFor(asker: Asker, leg: Leg, recordingId: string) {
    for (const action of ['listen', 'read'] as const) {
      const answer = await this.grants.liveGrant(asker, leg, action);
      if (answer.allowed) return answer.grant;
    }
    const [given] = await this.requestGrants.holding({ personId: asker.personId, recordingId, action: 'listen' });
    return given ?? null;
  }
}
