import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  hearSession,
  opusDecoder,
  sessionWave,
  waveBytes,
  withRoles,
  type SessionState,
  type StreamParty,
} from '#capture';
import { CapturedCalls, type CapturedTaking } from '#intake';
import { ExtensionMapService } from '#people';
import { ENV, KEY_STORE, KeyDestroyed, LOGGER, type Env, type FileKeyStore, type Logger } from '#platform';
import { type EndedSession } from '../media/ended-session.js';
import { aboutOf, consentOf, soundOf } from './captured-call.rules.js';

/** Makes a call of a session that ended. Reads the spool, and changes nothing in it. */
@Injectable()
export class HandOver {
  constructor(
    private readonly calls: CapturedCalls,
    private readonly extensions: ExtensionMapService,
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
    const parties = await this.withAgent(state);
    const { consent, withdrawn } = consentOf(state);
    const sound = soundOf(session, parties);
    const about = aboutOf(session, parties, this.env.capture, sound?.agentChannel ?? null);
    const decodeOpus = opusDecoder({ allowUnsandboxed: this.env.allowUnsandboxed });
    const bytes = () =>
      Readable.from(sessionWave(session, sound?.streams ?? [], { frames, openKey, decodeOpus }), { objectMode: false });
    return this.calls.take({
      ...{ about, consent, withdrawn },
      sound: sound && { bytes, size: waveBytes(session, sound.streams.length), captured: sound.captured },
    });
  }

  /**
   * Whose extension it was when the session began. Where the call went from one agent to another all stay unknown: its sound is one recording,
   * and no one is judged by the words of another.
   */
  private async withAgent({ parties, extensions, beganAt }: SessionState): Promise<StreamParty[]> {
    const ours = new Map<string, string>();
    for (const extension of extensions) {
      const person = await this.extensions.personAt(extension, new Date(beganAt));
      if (person) ours.set(extension, person.id);
    }
    const latest = [...parties.values()];
    return new Set(ours.values()).size > 1 ? latest : withRoles(latest, (extension) => ours.has(extension));
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
