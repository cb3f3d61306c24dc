/*
 * How audio goes out
 *   1. The play belongs to this session and call, is live, and the asker may still listen to this leg; the exit gate says to which rendition.
 *   2. The range waits until it lies within ten seconds of what was heard (`release`); a jump begins again.
 *   3. At most ten seconds are opened and sent; the player has to come back for more, and is checked again.
 *   4. While anything is on its way, play, session and grant are looked up twice a second: when one has ended the connection is reset,
 *      so that not even what lies in the system's buffers is sent.
 * What was given out is kept with the play, and told to the journal beside what was heard.
 */
import { type Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BestCallRow } from '#coaching';
import { ExitGate, grantIdOf, type Play, PlayService } from '#legal';
import { type Asker } from '#people';
import { Recording, VaultService, type StoredObject, type Warrant } from '#recordings';
import { openedStream } from './opened-stream.js';
import { CallAccess } from '../../reach/call-access.js';
import { listenRefusal } from '../page/listen-refusal.rules.js';

import { readRange } from './byte-range.rules.js';
import { PlaybackService } from './playback.service.js';
import { cannotListen } from './cannot-listen.js';
import { clipEnd, type Clip } from './clip-window.rules.js';
import { release } from './release.rules.js';
import { apiRefusals } from '../../refusals.js';

const WAIT_MS = 200;

export interface AudioRequest {
  asker: Asker;
  callId: string;
  playId: string;
  range: string | undefined;
  /** Where the player's playhead is, in milliseconds. */
  playheadMs: number | null;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
}

export type AudioAnswer =
  | { kind: 'unsatisfiable'; size: number }
  | { kind: 'part'; from: number; to: number; size: number; mimeType: string; bytes: Readable };

@Injectable()
export class AudioService {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly playback: PlaybackService,
    private readonly plays: PlayService,
    private readonly vault: VaultService,
    private readonly exits: ExitGate,
  ) {}

  /** @throws DomainError `not_found` | `play_ended` | `no_grant` | `range_required` | `object_damaged` | `key_missing` | `outside_best_call` */
  async answer(request: AudioRequest): Promise<AudioAnswer> {
    const { asker, callId } = request;
    const play = await this.playback.mine(asker, request.playId);
    if (play.callId !== callId) throw apiRefusals.not_found();
    const clip = await this.clipOf(play);
    const recording = clip ? clip.recording : await this.ownReach(asker, play);
    await this.playback.assertLive(play.id);
    const refusal = listenRefusal(recording, true, play.requestGrantId !== null);
    if (refusal) throw cannotListen(refusal);
    const { warrant, object } = await this.sound(asker, play);
    const size = Number(object.plainBytes);
    const range = readRange(request.range, size);
    if (range.kind === 'none') throw apiRefusals.range_required();
    if (range.kind === 'unsatisfiable') return { kind: 'unsatisfiable', size };
    const end = clip ? clipEnd({ from: range.from, size, durationMs: recording.durationMs }, clip.stretch) : size;
    if (end === null) throw apiRefusals.outside_best_call();
    await this.plays.touch(play.id);
    const to = await this.whenReleased(
      play,
      recording,
      { from: range.from, to: Math.min(range.to, end), size, playheadMs: request.playheadMs },
      request.signal,
    );
    const bytes = await openedStream(this.vault.read(object, warrant, range.from, to));
    return { kind: 'part', from: range.from, to, size, mimeType: object.mimeType, bytes };
  }

  /** Of a play by the right of a best call: the recording, which is not the listener's to reach, and its stretch. */
  private async clipOf({ bestCallId, recordingId }: Play): Promise<{ recording: Recording; stretch: Clip } | null> {
    if (bestCallId === null) return null;
    const stretch = await this.source.manager.findOneByOrFail(BestCallRow, { id: bestCallId });
    return { recording: await this.source.manager.findOneByOrFail(Recording, { id: recordingId }), stretch };
  }

  private async ownReach(asker: Asker, { callId, recordingId }: Play): Promise<Recording> {
    return (await this.access.recording(asker, callId, recordingId, 'audio.play')).recording;
  }

  /** Waits until some of the range may be sent. @returns its end (exclusive) */
  private async whenReleased(
    play: Play,
    { durationMs }: Recording,
    range: { from: number; to: number; size: number; playheadMs: number | null },
    signal: AbortSignal,
  ): Promise<number> {
    for (;;) {
      const answer = await this.plays.giveOut(play, (progress) => release({ ...range, durationMs, ...progress }));
      if (!answer) return this.playback.end(play.id);
      if (answer.spanMs) return answer.to;
      await pause(WAIT_MS, undefined, { signal });
    }
  }

  /** Asked again for every range: what may be heard changes while a person listens. */
  private async sound(asker: Asker, play: Play): Promise<{ warrant: Warrant; object: StoredObject }> {
    const { recordingId } = play;
    const right = { asker, recordingId, grantId: grantIdOf(play) };
    const answer =
      play.bestCallId === null
        ? await this.exits.sound({ exit: 'play', ...right })
        : await this.exits.sound({ exit: 'best_call', ...right });
    if ('refuse' in answer) throw cannotListen(answer.refuse);
    const object = await this.vault.find(recordingId, answer.kind);
    if (!object) throw cannotListen('not_sealed');
    return { warrant: answer.warrant, object };
  }
}
