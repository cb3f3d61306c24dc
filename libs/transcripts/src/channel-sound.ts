import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Speaker } from '#contracts';
import { ENV, type Env } from '#platform';
import { decodePcm, Recording, RecordingMeasures, VaultService, type AudioSource } from '#recordings';
import { type ChannelAudio, type KnownSpeakers } from './engines/index.js';
import { UNASSIGNED } from './speakers/index.js';
import { TRANSCRIBE_AUTHORITY } from './transcription-ledger.js';

/** What a recording gives engines to work from: its channels as samples, and the words that came with it. */
@Injectable()
export class ChannelSound {
  constructor(
    private readonly vault: VaultService,
    private readonly measures: RecordingMeasures,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Words that came with the call, as received. */
  async providedWords(recordingId: string): Promise<Buffer | undefined> {
    const object = await this.vault.find(recordingId, 'provided-words');
    return object ? this.vault.readAll(object, TRANSCRIBE_AUTHORITY) : undefined;
  }

  /** Who speaks in words that came with the call: what people said, and what the channels tell, where they tell anything. */
  async knownSpeakers({ id, channels, agentChannel, soundChecks, speakers }: Recording): Promise<KnownSpeakers> {
    const roles = speakers ?? [];
    const [heard] = channels === 2 && agentChannel && !areSame(soundChecks) ? await this.measures.speechOf([id]) : [];
    const [left, right] = heard?.channels ?? [];
    return { roles, speech: left && right && agentChannel ? { agentChannel, channels: [left, right] } : null };
  }

  /** The channels at a rate in Hz, or at the recording's own. Two that carry the same are one. @see UNASSIGNED */
  channelsOf(recording: Recording, sampleRate: number | null, signal: AbortSignal): ChannelAudio[] {
    const { agentChannel, soundChecks } = recording;
    const channels = areSame(soundChecks) ? 1 : recording.channels;
    return speakersOf({ channels, agentChannel: agentChannel ?? UNASSIGNED }).map((speaker, channel) => ({
      channel,
      speaker,
      open: (rate = sampleRate ?? recording.sampleRate) => this.open(recording, channel, rate, signal),
    }));
  }

  private open(recording: Recording, channel: number, sampleRate: number, signal: AbortSignal): Readable {
    const { channels, durationMs } = recording;
    const codec = recording.codec as AudioSource['format']['codec'];
    const format = { codec, channels: channels as 1 | 2, sampleRate: recording.sampleRate };
    const bytes = Readable.from(this.original(recording.id));
    const tools = { signal, allowUnsandboxed: this.env.allowUnsandboxed };
    return decodePcm({ bytes, format, durationMs }, { channel, sampleRate }, tools).output;
  }

  private async *original(recordingId: string): AsyncGenerator<Buffer> {
    const object = await this.vault.find(recordingId, 'original');
    if (!object) throw new Error(`recording ${recordingId} has no original`);
    yield* this.vault.read(object, TRANSCRIBE_AUTHORITY);
  }
}

const areSame = (checks: Recording['soundChecks']): boolean =>
  checks?.findings.some(({ finding }) => finding === 'same_channels') ?? false;

/** Who is on which channel. One channel carries both. */
export function speakersOf({ channels, agentChannel }: Pick<Recording, 'channels' | 'agentChannel'>): Speaker[] {
  if (channels === 1 || !agentChannel) return Array.from({ length: channels }, () => 'unknown');
  return agentChannel === 'left' ? ['agent', 'customer'] : ['customer', 'agent'];
}
