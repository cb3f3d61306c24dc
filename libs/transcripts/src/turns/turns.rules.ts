import { type Language, languageSchema, type Speaker, type Turn, type Word } from '#contracts';
import type { SpokenWord } from './spoken-word.js';

export interface ChannelWords {
  speaker: Speaker;
  /** In order of time. */
  words: readonly SpokenWord[];
}

/** A speaker who is silent for longer has ended a turn: longer than a breath, shorter than waiting for an answer. */
export const TURN_GAP_MS = 800;

/** Merges what was heard on each channel into the turns of one conversation. */
export function mergeTurns(channels: readonly ChannelWords[], language: Language): Turn[] {
  const spoken = channels.flatMap(({ speaker, words }) =>
    splitAtSilence(words, language).map((group) => ({ speaker, group })),
  );
  return numberTurns(spoken.map(({ speaker, group }) => turnOf(speaker, group, language)));
}

/** Puts turns in order of time and numbers them densely. Turns that start together keep the order in which they were given. */
export function numberTurns(turns: readonly Omit<Turn, 'index'>[]): Turn[] {
  return [...turns].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs).map((turn, index) => ({ index, ...turn }));
}

/** A turn is in one language: who changes it begins another, as far as the engine tells. */
function splitAtSilence(words: readonly SpokenWord[], ofCall: Language): SpokenWord[][] {
  const groups: SpokenWord[][] = [];
  let last: SpokenWord | null = null;
  for (const word of words) {
    const goesOn =
      last && word.fromMs - last.toMs <= TURN_GAP_MS && otherThan(ofCall, word) === otherThan(ofCall, last);
    if (!goesOn) groups.push([]);
    groups.at(-1)?.push(word);
    last = word;
  }
  return groups;
}

/** The language in which a word was heard, where it is one of ours and not the call's. */
function otherThan(ofCall: Language, { language }: Pick<SpokenWord, 'language'>): Language | null {
  const known = languageSchema.safeParse(language);
  return known.success && known.data !== ofCall ? known.data : null;
}

function turnOf(speaker: Speaker, spoken: readonly SpokenWord[], ofCall: Language): Omit<Turn, 'index'> {
  const other = spoken[0] ? otherThan(ofCall, spoken[0]) : null;
  const language = other ?? ofCall;
  let text = '';
  const words: Word[] = [];
  for (const word of spoken) {
    text += spaceBetween(text, word.text, language);
    const { text: said, fromMs, toMs, confidence, estimated } = word;
    const place = { fromChar: text.length, toChar: text.length + said.length };
    words.push({ text: said, fromMs, toMs, confidence, ...place, ...(estimated && { estimated }) });
    text += said + (word.marks ?? '');
  }
  const [fromMs, toMs] = [spoken[0]?.fromMs ?? 0, spoken.at(-1)?.toMs ?? 0];
  return { speaker, ...(other && { language: other }), fromMs, toMs, text, words };
}

/** English puts spaces between words; Chinese only between two that are written in Latin letters or digits. */
function spaceBetween(before: string, after: string, language: Language): '' | ' ' {
  if (before === '') return '';
  if (language === 'en') return ' ';
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}
