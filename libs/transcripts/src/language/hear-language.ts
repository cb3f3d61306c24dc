import type { LanguageTold } from '#contracts';
import type { ChannelAudio, EngineFailure, LanguageListener } from '../engines/index.js';
import { toldFrom, type ToldStretch } from '../engines/tell-language.rules.js';

export interface SoundToTell {
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
