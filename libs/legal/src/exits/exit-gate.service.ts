/*
 * The one door of the vault, for people
 *   1. The recording: one that is being destroyed opens for no one; one that is restricted or past its time opens only under a grant that Legal approved on request.
 *   2. The grant: in force at this moment, for this leg and this asker, for what the exit gives.
 *   3. What may be heard or read of it: masked, unless the grant is to the original.
 * The answer is a warrant for those objects alone, without which the vault opens nothing; or why there is none. It is asked again for each opening: a caller that keeps an answer for longer watches that it still holds (`isLive` of plays and downloads).
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type HeardSound } from '#contracts';
import { Leg } from '#calls';
import { bestCallHeard } from '#coaching';
import { type Asker } from '#people';
import { Recording, Warrant, type ObjectKind } from '#recordings';
import { GrantService } from '../grants/grant.service.js';
import { RequestGrants } from '../requests/request-grants.service.js';
import { SoundGate } from '../sound/sound-gate.service.js';
import { shutReason, type ShutReason } from './exit.rules.js';
import { EXITS, type ExitName, type SoundExit, type WordsExit } from './exits.js';

export interface ExitQuestion<E extends ExitName> {
  exit: E;
  /** For people who can open only by approved requests, `held` may be empty. */
  asker: Pick<Asker, 'personId' | 'held'>;
  recordingId: string;
  grantId: string;
}

export type Refused = { refuse: ShutReason | 'no_grant' };
/** `original`: words as they were said; else they must be masked. */
export type WordsAnswer = { warrant: Warrant; original: boolean } | Refused;
export type SoundAnswer =
  | { warrant: Warrant; kind: ObjectKind; sound: HeardSound }
  | Refused
  | { refuse: 'being_checked' | 'unchecked' };

type LiveGrant = { kind: 'standing' | 'request' | 'best_call'; rendition: 'masked' | 'original' };
type Admitted = { recording: Recording; grant: LiveGrant } | Refused;

@Injectable()
export class ExitGate {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly requestGrants: RequestGrants,
    private readonly gate: SoundGate,
  ) {}

  async words(question: ExitQuestion<WordsExit>): Promise<WordsAnswer> {
    const admitted = await this.admit(question);
    if ('refuse' in admitted) return admitted;
    return { warrant: warrantFor(question, 'transcript'), original: admitted.grant.rendition === 'original' };
  }

  async sound(question: ExitQuestion<SoundExit>): Promise<SoundAnswer> {
    const admitted = await this.admit(question);
    if ('refuse' in admitted) return admitted;
    // A listening copy is for the people whom the package goes to: never the original's right.
    const { rendition } =
      question.exit === 'package_listening_copy' ? { rendition: 'masked' as const } : admitted.grant;
    const answer = await this.gate.ask(admitted.recording, { rendition });
    if ('refuse' in answer) return answer;
    // What three people gave to others is the silenced sound alone, or sound in which there is nothing to hide.
    if (admitted.grant.kind === 'best_call' && !isSilenced(answer.sound)) return { refuse: 'unchecked' };
    const kind = question.exit === 'peaks' ? PEAKS_OF[answer.serve] : answer.serve;
    return { warrant: warrantFor(question, kind), kind, sound: answer.sound };
  }

  /** The bytes as they were received. */
  async original(question: ExitQuestion<'package_original'>): Promise<{ warrant: Warrant } | Refused> {
    const admitted = await this.admit(question);
    if ('refuse' in admitted) return admitted;
    if (admitted.grant.rendition !== 'original') return { refuse: 'no_grant' };
    return { warrant: warrantFor(question, 'original') };
  }

  private async admit(question: ExitQuestion<ExitName>): Promise<Admitted> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: question.recordingId });
    const grant =
      (await this.standing(question, recording)) ??
      (await this.ofRequest(question)) ??
      (await this.ofBestCall(question));
    const shut = shutReason(recording, grant?.kind === 'request');
    // Everyone is told that a recording is destroyed; only those whom a grant would let in, that it is restricted.
    if (shut === 'key_destroyed') return { refuse: shut };
    if (!grant) return { refuse: 'no_grant' };
    return shut === null ? { recording, grant } : { refuse: shut };
  }

  private async standing(
    { exit, asker, grantId: id }: ExitQuestion<ExitName>,
    { legId }: Recording,
  ): Promise<LiveGrant | null> {
    if (EXITS[exit].standing.length === 0) return null;
    const leg = await this.source.manager.findOneByOrFail(Leg, { id: legId });
    const grant = await this.grants.holds(id, asker, leg, EXITS[exit].standing);
    return grant ? { kind: 'standing', rendition: grant.rendition } : null;
  }

  private async ofBestCall({ exit, asker, recordingId, grantId }: ExitQuestion<ExitName>): Promise<LiveGrant | null> {
    if (!('bestCall' in EXITS[exit])) return null;
    const heard = await bestCallHeard(this.source.manager, asker, { id: grantId, recordingId });
    return heard && { kind: 'best_call', rendition: 'masked' };
  }

  private async ofRequest({ exit, asker, recordingId, grantId }: ExitQuestion<ExitName>): Promise<LiveGrant | null> {
    const action = EXITS[exit].request;
    if (action === null) return null;
    const holding = await this.requestGrants.holding({ personId: asker.personId, recordingId, action });
    const grant = holding.find(({ id }) => id === grantId);
    return grant ? { kind: 'request', rendition: grant.rendition } : null;
  }
}

/** Nothing sensitive can be heard in it, whatever the company's policy is. */
export const isSilenced = (sound: HeardSound): boolean => sound === 'masked' || sound === 'clean';

const PEAKS_OF = { rendition: 'peaks', 'masked-rendition': 'masked-peaks' } as const;

const warrantFor = ({ grantId, recordingId }: ExitQuestion<ExitName>, kind: ObjectKind): Warrant =>
  new Warrant(grantId, recordingId, [kind]);
