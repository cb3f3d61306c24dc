import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Language, type LanguageTold } from '#contracts';
import { Call } from '#calls';
import { JournalService } from '#journal';
import { Recording } from '#recordings';
import { attentionOf } from '../attention.rules.js';
import { ChannelSound } from '../channel-sound.js';
import { EngineLineUp } from '../engine-line-up.js';
import { toldFromWords, toldFrom, type ToldStretch } from '../engines/tell-language.rules.js';
import { transcriptsRefusals } from '../refusals.js';
import { type ChannelAudio, type EngineFailure, type LanguageListener } from '../engines/index.js';

interface SoundToTell {
  channels: readonly ChannelAudio[];
  durationMs: number;
  signal?: AbortSignal;
}

const NOTHING_CAN = { from: 'sound', language: null, share: 0, doubt: 'cannot_tell' } as const;

/** Listens to every channel for the language of a call, or says why it failed. */
export async function hearLanguage(
  listener: LanguageListener | undefined,
  { channels, durationMs, signal }: SoundToTell,
): Promise<LanguageTold | EngineFailure> {
  if (!listener) return NOTHING_CAN;
  const stretches: ToldStretch[] = [];
  for (const audio of channels) {
    const told = await listener.listen(audio, durationMs, signal);
    if ('code' in told) return told;
    stretches.push(...told);
  }
  return toldFrom(stretches);
}

/** The rate that the listener wants. */
const SAMPLE_RATE = 16_000;

/**
 * The language of a call. Where it was not given, it is told from the words that came along or from the sound, and noted; where that is not
 * sure, nothing is made of the call until a person has said it.
 */
@Injectable()
export class SpokenLanguage {
  constructor(
    private readonly source: DataSource,
    private readonly sound: ChannelSound,
    private readonly lineUp: EngineLineUp,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError `language_unsure`, or why the sound could not be listened to */
  async of(recording: Recording, providedWords: Buffer | undefined, signal: AbortSignal): Promise<Language> {
    const { language } = await this.source.manager.findOneByOrFail(Call, { id: recording.callId });
    if (language) return language;
    const told = providedWords ? toldFromWords(providedWords.toString('utf8')) : await this.listen(recording, signal);
    const noted = await this.note(recording, told);
    if (noted === null) throw transcriptsRefusals.language_unsure(told);
    return noted;
  }

  private async listen(recording: Recording, signal: AbortSignal): Promise<LanguageTold> {
    const channels = this.sound.channelsOf(recording, SAMPLE_RATE, signal);
    const sound = { channels, durationMs: recording.durationMs, signal };
    const told = await hearLanguage(await this.lineUp.listener(), sound);
    if ('code' in told) throw attentionOf(told);
    return told;
  }

  /** @returns the call's language: that which a person, or another recording of the call, said meanwhile goes before ours */
  private async note({ id: recordingId, callId }: Recording, told: LanguageTold): Promise<Language | null> {
    return this.source.transaction(async (tx) => {
      const call = await tx.findOneOrFail(Call, { where: { id: callId }, lock: { mode: 'pessimistic_write' } });
      if (call.language) return call.language;
      const language = told.doubt === null ? told.language : null;
      await tx.update(Call, callId, { language, languageTold: told });
      await this.journal.append(tx, 'call.language_told', { recordingId, ...told }, { callId });
      return language;
    });
  }
}
