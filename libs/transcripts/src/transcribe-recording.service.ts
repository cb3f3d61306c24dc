import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Language, type Speaker } from '#contracts';
import { DomainError, ENV, type Env, type JobContext } from '#platform';
import { decodePcm, Recording, VaultService, type AudioSource } from '#recordings';
import { attentionOf } from './attention.rules.js';
import { chooseEngine, createEngines, type ChannelAudio, type TranscriptionEngine } from './engines/index.js';
import { TRANSCRIBE_AUTHORITY, TranscriptionLedger } from './transcription-ledger.js';

/** Turns a sealed recording into words: a channel at a time, chunk by chunk, each chunk kept, so that a restart goes on where it was. */
@Injectable()
export class TranscribeRecordingService {
  private readonly engines: TranscriptionEngine[];

  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly ledger: TranscriptionLedger,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.engines = createEngines({ allowUnsandboxed: env.allowUnsandboxed });
  }

  /** @throws DomainError whose code is an attention reason, when there will be no words */
  async transcribe(recordingId: string, { lease, signal }: JobContext): Promise<void> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    if (await this.ledger.isDone(recordingId)) return this.ledger.nothingToDo(lease);
    const language = await this.languageOf(recording);
    const providedWords = await this.providedWords(recordingId);
    const { engine, sampleRate } = await this.choose(recording, language, providedWords !== undefined);
    const name = `${engine.capabilities.name}@${engine.capabilities.version}`;
    const { durationMs, channels } = recording;
    const outcome = await engine.transcribe({
      language,
      durationMs,
      recordedSampleRate: recording.sampleRate,
      channels: this.channelsOf(recording, sampleRate, signal),
      ...(providedWords && { providedWords }),
      recall: (channel, chunk) => this.ledger.recall(recordingId, name, channel, chunk),
      onChunk: async (finished) => {
        await this.ledger.checkpoint(recording, name, finished);
        await this.ledger.progress(
          recording,
          (finished.channel * durationMs + finished.toMs) / (channels * durationMs),
        );
      },
      signal,
    });
    if (!outcome.ok) throw attentionOf(outcome.failure);
    await this.ledger.finish(recording, outcome.transcript, lease);
  }

  private async languageOf({ callId }: Recording): Promise<Language> {
    const [call]: { language: Language }[] = await this.source.query('select language from call where id = $1', [
      callId,
    ]);
    if (!call) throw new Error(`there is no call ${callId}`);
    return call.language;
  }

  private async providedWords(recordingId: string): Promise<Buffer | undefined> {
    const object = await this.vault.find(recordingId, 'provided-words');
    return object ? this.vault.readAll(object, TRANSCRIBE_AUTHORITY) : undefined;
  }

  private async choose({ sampleRate }: Recording, language: Language, hasProvidedWords: boolean) {
    const engines = await Promise.all(
      this.engines.map(async (engine) => ({
        capabilities: engine.capabilities,
        available: await engine.isAvailable(),
      })),
    );
    const choice = chooseEngine({ language, recordedSampleRate: sampleRate, hasProvidedWords, engines });
    const engine = this.engines.find(({ capabilities }) => capabilities.name === choice.chosen);
    if (choice.chosen !== null && engine) return { engine, sampleRate: choice.sampleRate };
    const reason = choice.chosen === null ? choice.reason : 'engine_missing';
    throw new DomainError(
      reason,
      'unavailable',
      { zh: '没有可用的转写引擎。', en: 'No engine can turn this call into words.' },
      { fault: reason === 'no_engine_for_language' ? 'caller' : 'ours' },
    );
  }

  private channelsOf(recording: Recording, sampleRate: number | null, signal: AbortSignal): ChannelAudio[] {
    return speakersOf(recording).map((speaker, channel) => ({
      channel,
      speaker,
      open: () => this.openChannel(recording, channel, sampleRate ?? recording.sampleRate, signal),
    }));
  }

  private openChannel(recording: Recording, channel: number, sampleRate: number, signal: AbortSignal): Readable {
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

/** Who is on which channel. One channel carries both, and nobody guesses who speaks. */
export function speakersOf({ channels, agentChannel }: Pick<Recording, 'channels' | 'agentChannel'>): Speaker[] {
  if (channels === 1 || !agentChannel) return Array.from({ length: channels }, () => 'unknown');
  return agentChannel === 'left' ? ['agent', 'customer'] : ['customer', 'agent'];
}
