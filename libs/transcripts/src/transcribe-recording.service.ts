import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JOBS, type Language, type Transcript } from '#contracts';
import { type JobContext, runInThread } from '#platform';
import { Recording } from '#recordings';
import { attentionOf } from './attention.rules.js';
import { ChannelSound } from './channel-sound.js';
import { EngineLineUp } from './engine-line-up.js';
import { type TranscriptionOutcome, type TranscriptionTask } from './engines/index.js';
import { afterFailure } from './fall-back.rules.js';
import { type LineUp, nameOf, type PlannedEngine } from './line-up-engines.js';
import { SpokenLanguage } from './language/spoken-language.service.js';
import { whoSpeaks } from './speakers/index.js';
import { TranscriptionLedger, type HeardWords } from './transcription-ledger.js';
import { renameWords, type RenameQuestion } from './rename-words.rules.js';

/** Names speakers in a thread of its own. @throws ThreadFailed */
const askRenameThread = (question: RenameQuestion, signal: AbortSignal): Promise<HeardWords | null> =>
  runInThread(
    { name: 'rename-words', beside: import.meta.url, inPlace: renameWords, wallMs: 60_000, memoryMb: 512 },
    question,
    signal,
  );

type Direction = 'inbound' | 'outbound' | 'internal';

interface Hearing {
  recording: Recording;
  language: Language;
  direction: Direction;
  providedWords: Buffer | undefined;
  plan: LineUp;
  signal: AbortSignal;
  lastTry: boolean;
}

/** What words of a chunk rest on besides the sound: the language, which a correction may change, and the rehearing that it belongs to. */
function checkpointKey(engine: string, { plan, recording, language }: Hearing): string {
  const key = plan.detector ? `${engine}+${plan.detector.name}` : engine;
  if (recording.rehearAskedAt) return `${key}@${language}@${recording.wordsWanted}`;
  return recording.wordsWanted === 0 ? key : `${key}@${language}`;
}

/** Words that came along are read again when a person has said who speaks in them. */
function asProvided(
  transcript: Transcript,
  { roles, turns }: Pick<HeardWords, 'roles' | 'turns'>,
  { speakers }: Pick<Recording, 'speakers'>,
): HeardWords {
  const said = speakers !== null && !speakers.includes(null);
  return {
    transcript: said ? { ...transcript, named: 'person' } : transcript,
    ...(roles && { roles }),
    ...(turns && { turns }),
  };
}

const saidOf = ({ sidesSaid, agentChannel, speakers }: Recording) => ({ sidesSaid, agentChannel, speakers });

/** Turns a sealed recording into words: a channel at a time, chunk by chunk, each chunk kept, so that a restart goes on where it was. */
@Injectable()
export class TranscribeRecordingService {
  constructor(
    private readonly source: DataSource,
    private readonly sound: ChannelSound,
    private readonly ledger: TranscriptionLedger,
    private readonly lineUp: EngineLineUp,
    private readonly spoken: SpokenLanguage,
  ) {}

  /** @throws DomainError whose code is an attention reason, when there will be no words */
  async transcribe(recordingId: string, { lease, signal }: JobContext): Promise<void> {
    const recording = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    // Its parts have words of their own.
    if (recording.splitAt || (await this.ledger.isDone(recording))) return this.ledger.nothingToDo(lease);
    const providedWords = await this.sound.providedWords(recordingId);
    const language = await this.spoken.of(recording, providedWords, signal);
    // Words that came with the call go when a card code is cut out of them: what was made of them is named instead.
    const again = recording.speakers !== null || recording.sidesSaid !== null;
    const known =
      !providedWords && again && !recording.rehearAskedAt ? await this.ledger.newestJson(recordingId) : null;
    const renamed = known && (await askRenameThread({ words: known, language, said: saidOf(recording) }, signal));
    if (renamed) return this.ledger.finish(recording, renamed, lease);
    const plan = await this.lineUp.plan(language, recording, providedWords !== undefined);
    const direction = await this.directionOf(recording);
    const lastTry = lease.attempt >= JOBS['transcribe-recording'].attempts;
    const began = performance.now();
    const heard = await this.hear({ recording, language, direction, providedWords, plan, signal, lastTry });
    // A later try goes on where the one before it was, and words that came along were not heard.
    const whole = lease.attempt === 1 && !providedWords;
    const how = whole ? { heardMs: Math.round(performance.now() - began) } : {};
    await this.ledger.finish(recording, { ...heard, ...how }, lease);
  }

  /** Goes down the list until one engine gives words. What the last one said is what people are told. */
  private async hear(hearing: Hearing): Promise<HeardWords> {
    const { engines, passedOver } = hearing.plan;
    const fellBackFrom: NonNullable<Transcript['fellBackFrom']> = [...passedOver];
    for (const [place, planned] of engines.entries()) {
      const outcome = await this.giveTo(planned, hearing);
      if (outcome.ok) {
        const transcript = { ...outcome.transcript, ...(fellBackFrom.length > 0 && { fellBackFrom }) };
        const { recording, direction, providedWords, plan, signal } = hearing;
        if (providedWords) return asProvided(transcript, outcome, recording);
        const heard = this.sound.channelsOf(recording, null, signal);
        const tools = { encoder: plan.voices, names: plan.hotwords, direction, signal };
        return whoSpeaks({ transcript }, recording, { ...tools, heard });
      }
      if (outcome.failure.code === 'words_refused')
        await this.ledger.refused(hearing.recording, outcome.failure.refusal);
      const circumstances = { lastTry: hearing.lastTry, more: place + 1 < engines.length };
      if (afterFailure(outcome.failure, circumstances) !== 'next_engine') throw attentionOf(outcome.failure);
      const { failure } = outcome;
      const said = 'said' in failure && failure.said !== undefined ? { said: failure.said } : {};
      fellBackFrom.push({ engine: nameOf(planned.engine), reason: failure.code, ...said });
    }
    throw new Error('a plan has at least one engine');
  }

  private async giveTo({ engine, sampleRate }: PlannedEngine, hearing: Hearing): Promise<TranscriptionOutcome> {
    const { recording, language, providedWords, plan, signal } = hearing;
    const { id: recordingId, durationMs, channels } = recording;
    const key = checkpointKey(engine.checkpointKey, hearing);
    const task: TranscriptionTask = {
      language,
      durationMs,
      recordedSampleRate: recording.sampleRate,
      channels: this.sound.channelsOf(recording, sampleRate, signal),
      hotwords: plan.hotwords,
      otherHotwords: plan.otherHotwords,
      ...(providedWords && { providedWords, speakers: await this.sound.knownSpeakers(recording) }),
      ...(plan.detector && { detector: plan.detector }),
      recall: (channel, chunk) => this.ledger.recall(recordingId, key, channel, chunk),
      onChunk: async (finished) => {
        await this.ledger.checkpoint(recording, key, finished);
        await this.ledger.progress(
          recording,
          (finished.channel * durationMs + finished.toMs) / (channels * durationMs),
        );
      },
      onEgress: (host) => this.ledger.egress(recording, engine.capabilities.name, host),
      packed: true,
      signal,
    };
    return engine.transcribe(task);
  }

  private async directionOf({ callId }: Recording): Promise<Direction> {
    const [call]: { direction: Direction }[] = await this.source.query('select direction from call where id = $1', [
      callId,
    ]);
    if (!call) throw new Error(`there is no call ${callId}`);
    return call.direction;
  }
}
