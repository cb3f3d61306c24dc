import { Readable } from 'node:stream';
import { deserialize } from 'node:v8';
import { Inject, Injectable } from '@nestjs/common';
import {
  hearSession,
  opusDecoder,
  partOf,
  sessionWave,
  waveBytes,
  type HeardSession,
  type RecordingSession,
  type SessionState,
} from '#capture';
import { LiveCallLedger } from '#floor';
import { CapturedCalls, type CapturedTaking } from '#intake';
import { ExtensionMapService } from '#people';
import { Clock, ENV, KEY_STORE, KeyDestroyed, LOGGER, type Env, type FileKeyStore, type Logger } from '#platform';
import { type EndedSession } from '../../media/waiting-sessions.js';
import { aboutOf, consentOf, legOf, namesOf, recordingName, soundOf } from './captured-call.rules.js';
import { talksOf, type Talk } from './talks.rules.js';

const DAY_MS = 24 * 3_600_000;

/** Makes a call of a session that ended. Reads the spool, and changes nothing in it. */
@Injectable()
export class HandOver {
  constructor(
    private readonly calls: CapturedCalls,
    private readonly ledger: LiveCallLedger,
    private readonly extensions: ExtensionMapService,
    private readonly clock: Clock,
    @Inject(KEY_STORE) private readonly keys: FileKeyStore,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Safe to run again. @throws while a service is away */
  async take({ number, frames }: EndedSession): Promise<CapturedTaking> {
    const openKey = (keyId: string) => this.open(keyId);
    const session = await hearSession(frames, openKey);
    if (!session) {
      this.logger.error({ number }, 'the beginning of a captured session cannot be read; nothing of it can be told');
      return { outcome: 'refused', code: 'unreadable' };
    }
    const { state, damaged } = session;
    if (damaged > 0)
      this.logger.error({ session: state.session, damaged }, 'pieces of a captured session cannot be read');
    const talks = await this.talksOf(session);
    const parts = talks.map((talk) => ({ talk, part: partOf(session, talk) }));
    const decodeOpus = opusDecoder({ allowUnsandboxed: this.env.allowUnsandboxed });
    const endedAt = state.closed?.at ?? state.beganAt;
    return this.calls.take({
      ...consentOf(state, await this.ledger.isTakenBack(state.session, new Date(endedAt))),
      final: this.clock.now().getTime() - endedAt >= this.env.capture.waitDays * DAY_MS,
      about: aboutOf(session, talks, this.env.capture),
      names: namesOf(toldIds(state)),
      talks: parts.map(({ talk, part }) => {
        const sound = soundOf(part, talk.parties);
        const streams = sound?.streams ?? [];
        const wave = () => sessionWave(part, streams, { frames, openKey, decodeOpus });
        return {
          ...{ recordingExternalId: recordingName(state.session, talk), leg: legOf(session, talk) },
          agentChannel: sound?.agentChannel ?? null,
          sound: sound && {
            bytes: () => Readable.from(wave(), { objectMode: false }),
            ...{ size: waveBytes(part, streams), captured: sound.captured },
          },
        };
      }),
    });
  }

  /** Whose extensions they were when the session began. */
  private async talksOf({ state, streams, rate }: HeardSession): Promise<Talk[]> {
    const ours = new Map<string, string>();
    for (const extension of state.extensions) {
      const person = await this.extensions.personAt(extension, new Date(state.beganAt));
      if (person) ours.set(extension, person.id);
    }
    return talksOf(state, {
      personOf: (extension) => ours.get(extension) ?? null,
      isHeard: (index, fromMs, toMs) => {
        const placed = streams.find((one) => one.index === index)?.placed.at ?? [];
        return placed.some((at) => at !== null && (at * 1000) / rate >= fromMs && (at * 1000) / rate < toMs);
      },
    });
  }

  private async open(keyId: string): Promise<Buffer | null> {
    try {
      return await this.keys.unwrap(keyId);
    } catch (error) {
      if (error instanceof KeyDestroyed) return null;
      throw error;
    }
  }
}

/** What the client told of the call, in what the SIP server kept of the session. */
function toldIds({ dialog }: SessionState): readonly string[] {
  if (dialog === null) return [];
  const { metadata } = deserialize(Buffer.from(dialog, 'base64')) as Partial<RecordingSession>;
  return metadata?.callIds ?? [];
}
