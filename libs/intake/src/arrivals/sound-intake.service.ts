import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type UploadMetadata } from '#contracts';
import { newId } from '#platform';
import {
  CODINGS,
  isCounted,
  SoundWatch,
  UnsupportedAudioError,
  VaultService,
  type WrittenObject,
  type SoundVerdict,
} from '#recordings';
import { uploadRefusals } from '../refusals.js';
import { notTaken } from './not-taken.js';
import { WordsIntake, type SeenWords } from './words-intake.service.js';
import { begun, once, receive, watched } from './sound-stream.js';

/** What came whole, once it has all come. @throws DomainError where no sound is in it, or it is unlike its metadata */
export function assertUsable(watch: SoundWatch, metadata: Pick<UploadMetadata, 'agentChannel'>): SoundVerdict {
  const verdict = watch.verdict();
  if (verdict.state === 'damaged') throw uploadRefusals.recording_without_sound();
  if (verdict.channels === 1 && metadata.agentChannel) throw uploadRefusals.metadata_agent_channel_on_mono(metadata);
  if (verdict.channels === 2 && !metadata.agentChannel) throw uploadRefusals.agent_channel_missing();
  return verdict;
}

/** The parts of an upload that are sound and words, in the order in which they come. */
export interface SoundParts {
  metadata: UploadMetadata;
  /** Reads the audio part; must be asked once. `truncated` tells, after its end, that it went over the limit. */
  audio(): Promise<{ bytes: Readable; truncated(): boolean }>;
  /** The provided words, after the audio. */
  transcript(): Promise<Buffer | null>;
  limitBytes: number;
}

/** A file as it was received, where the recording is made of several. */
export interface ReceivedFile {
  /** Hex. */
  sha256: string;
  bytes: number;
}

/** Sound that lies sealed in the vault, and that no row knows yet. */
export interface SealedSound {
  recordingId: string;
  keyId: string;
  original: WrittenObject;
  words: WrittenObject | null;
  /** What the words turned out to be; null where none came, or it cannot be told now. */
  seen: SeenWords | null;
  watch: SoundWatch;
}

/** Takes the bytes of an upload: into the vault, or only to know their hash. */
@Injectable()
export class SoundIntake {
  constructor(
    private readonly vault: VaultService,
    private readonly wordsIntake: WordsIntake,
  ) {}

  /** @throws DomainError for an upload that is no sound, too large, cut short or unlike its metadata; nothing of it stays */
  async seal(parts: SoundParts): Promise<SealedSound> {
    const recordingId = newId();
    const { bytes, truncated } = await parts.audio();
    const watch = new SoundWatch();
    // Nothing is made for bytes that turn out, at their beginning, to be no recording.
    const sound = await begun(watched(bytes, watch));
    const keyId = await this.vault.newRecordingKey(recordingId);
    const place = { recordingId, keyId };
    const original = await this.write(place, sound);
    try {
      if (truncated()) throw uploadRefusals.recording_too_large(parts.limitBytes);
      const verdict = assertUsable(watch, parts.metadata);
      const { codec, channels } = verdict;
      original.row.mimeType = CODINGS[codec].mimeType;
      const text = await parts.transcript();
      const source = text && once(text);
      const words =
        source && (await this.vault.write({ ...place, kind: 'provided-words', mimeType: 'text/plain', source }));
      const durationMs = isCounted(codec) ? verdict.durationMs : null;
      const seen =
        text && (await this.wordsIntake.look({ bytes: text, metadata: parts.metadata, channels, durationMs }));
      return { recordingId, keyId, original, words, watch, seen };
    } catch (error) {
      await this.vault.discard(original.row.id, { keyId });
      throw error;
    }
  }

  /** A fault of a file may show only after much of it, or all, has passed: then, too, nothing of it stays. */
  private async write(place: { recordingId: string; keyId: string }, source: AsyncGenerator<Buffer>) {
    try {
      return await this.vault.write({
        ...place,
        keyIsNew: true,
        kind: 'original',
        mimeType: 'application/octet-stream',
        source,
      });
    } catch (error) {
      throw error instanceof UnsupportedAudioError ? notTaken(error) : error;
    }
  }

  /** sha256 of the sound, hex; nothing is stored. */
  async hash({ audio, limitBytes }: SoundParts): Promise<string> {
    const { bytes, truncated } = await audio();
    const hash = createHash('sha256');
    for await (const chunk of receive(bytes)) hash.update(chunk);
    if (truncated()) throw uploadRefusals.recording_too_large(limitBytes);
    return hash.digest('hex');
  }

  /** Takes back what no row came to know; what a commit has recorded after all stays, and so does its key. */
  async discard({ original, words, keyId }: SealedSound): Promise<void> {
    if (words) await this.vault.discard(words.row.id);
    await this.vault.discard(original.row.id, { keyId });
  }
}
