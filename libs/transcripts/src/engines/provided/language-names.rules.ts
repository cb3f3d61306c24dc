import type { Language } from '#contracts';

/** Whisper names languages by code, OpenAI by English name. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  zh: 'zh',
  chinese: 'zh',
  mandarin: 'zh',
};

/** The language of another tool's words; undefined where it says none, or one that we do not know. */
export function languageNamed(name: string | null | undefined): Language | undefined {
  return LANGUAGES[(name ?? '').toLowerCase()];
}
