import { type Language, type LanguageTold } from '#contracts';
import { type Env } from '#platform';
import { createLanguageListener, hearLanguage, type WarmWhisper } from '#transcripts';
import { channelsOf } from '../../measure/eval-asr/judge.js';
import { InputError } from './input-error.js';
import { type FoundRecording } from './recordings.js';

/** Of the listener. */
const SAMPLE_RATE = 16_000;

const WHY: Readonly<Record<NonNullable<LanguageTold['doubt']>, string>> = {
  too_little: 'there is too little speech',
  both: 'it holds much of both',
  neither: 'it sounds like neither Mandarin nor English',
  cannot_tell: 'npm run models -- set-up installs what can tell it',
};

/** The language of a recording: as given, or as it sounds. @throws InputError where that is not sure */
export async function languageOf(
  recording: FoundRecording,
  { env, say }: { env: Env; say(line: string): void },
  warm: WarmWhisper,
): Promise<{ language: Language; languageTold?: LanguageTold }> {
  if (recording.language) return { language: recording.language };
  const listener = await createLanguageListener(env, warm);
  const channels = channelsOf(recording, env, SAMPLE_RATE);
  const told = await hearLanguage(listener, { channels, durationMs: recording.sound.durationMs });
  if ('code' in told) throw new InputError(`its language cannot be told: ${told.code} (${told.detail})`);
  if (told.doubt !== null || told.language === null)
    throw new InputError(
      `its language is not sure: ${WHY[told.doubt ?? 'too_little']}; say it with --language zh or en, or in ${recording.id}.lang`,
    );
  say(`its language, as it sounds: ${told.language} (${Math.round(told.share * 100)} %)`);
  return { language: told.language, languageTold: told };
}
