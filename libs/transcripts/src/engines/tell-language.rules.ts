import type { LanguageTold, Span } from '#contracts';

/** What was made out of a stretch of sound. */
export interface ToldStretch {
  ms: number;
  /** How likely it is in each, of all languages that there are. */
  zh: number;
  en: number;
}

/** Shorter ones do not show their language: of half a second of Mandarin a quarter is surely taken for English. */
const LEAST_MS = 1_600;
const LONGEST_MS = 12_000;
/** Pauses within a stretch. */
const GAP_MS = 800;
/** Of each channel; spread over the call, since greetings and names are said in any language. */
const MOST_STRETCHES = 6;

/** Where to listen for the language, in order of time: in speech, never in silence. */
export function stretchesOf(speech: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { fromMs, toMs } of speech) {
    const last = found.at(-1);
    if (last && fromMs - last.toMs <= GAP_MS && toMs - last.fromMs <= LONGEST_MS) last.toMs = toMs;
    else found.push({ fromMs, toMs: Math.min(toMs, fromMs + LONGEST_MS) });
  }
  const long = found.filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_MS);
  const every = long.length / Math.min(long.length, MOST_STRETCHES);
  return long.filter((_, at) => Math.floor(at / every) !== Math.floor((at - 1) / every));
}

/** Less of it, all together, proves nothing. */
const ENOUGH_MS = 4_000;
/** So much of what is likely must lie on our two languages: otherwise it is neither. */
const ONE_OF_OURS = 0.5;
/** A call is in the language that this much of it is in. */
const CLEAR_SHARE = 0.8;

/** The language of a call by its stretches; with a doubt where a person has to say it. */
export function toldFrom(stretches: readonly ToldStretch[]): LanguageTold {
  const heardMs = sum(stretches.map(({ ms }) => ms));
  const ours = sum(stretches.map(({ ms, zh, en }) => ms * (zh + en)));
  if (ours === 0) return { from: 'sound', language: null, share: 0, doubt: 'too_little' };
  const mandarin = sum(stretches.map(({ ms, zh }) => ms * zh)) / ours;
  const language = mandarin >= 0.5 ? 'zh' : 'en';
  const share = Math.round(Math.max(mandarin, 1 - mandarin) * 1000) / 1000;
  const doubt =
    heardMs < ENOUGH_MS ? 'too_little' : ours / heardMs < ONE_OF_OURS ? 'neither' : share < CLEAR_SHARE ? 'both' : null;
  return { from: 'sound', language, share, doubt };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Names of fields and of formats are no words of the call. */
const FIELD_NAMES = /"[^"\\]{0,60}"\s*:|^WEBVTT.*$|-->|SPEAKER_\d+/gm;
const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}{2,}/gu;
const MOST_READ = 200_000;
/** Fewer Han characters than this share are names in an English call, … */
const SURELY_ENGLISH = 0.05;
/** … and more than this Mandarin with English words in it: speakers are named in Latin letters in every turn. */
const SURELY_MANDARIN = 0.4;

/** The language of words that came along, by the script they are written in. */
export function toldFromWords(written: string): LanguageTold {
  const words = written.slice(0, MOST_READ).replace(FIELD_NAMES, ' ');
  const han = words.match(HAN)?.length ?? 0;
  const latin = words.match(LATIN_WORD)?.length ?? 0;
  if (han + latin === 0) return { from: 'words', language: null, share: 0, doubt: 'too_little' };
  const mandarin = han / (han + latin);
  const language = mandarin >= SURELY_MANDARIN ? 'zh' : 'en';
  const share = Math.round((language === 'zh' ? mandarin : 1 - mandarin) * 1000) / 1000;
  const isClear = mandarin >= SURELY_MANDARIN || mandarin <= SURELY_ENGLISH;
  return { from: 'words', language, share, doubt: isClear ? null : 'both' };
}
