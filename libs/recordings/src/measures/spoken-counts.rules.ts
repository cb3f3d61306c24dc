import { type SpeakingRate, type Transcript } from '#contracts';

/** How much each side said, from a transcript. */
export interface SpokenCounts {
  unit: SpeakingRate['unit'];
  agent: number;
  customer: number;
}

/** A Han character or a digit is one; so is a word of another script inside a Chinese sentence. */
const ZH = /\p{Script=Han}|\d|(?:(?!\p{Script=Han})\p{L})+/gu;
const EN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** Counts what makes a speaking rate: characters in Chinese, words in English. null where it is not known who spoke. */
export function countSpoken({ language, turns }: Pick<Transcript, 'language' | 'turns'>): SpokenCounts | null {
  if (turns.some(({ speaker }) => speaker === 'unknown')) return null;
  const counts: SpokenCounts = { unit: language === 'zh' ? 'characters' : 'words', agent: 0, customer: 0 };
  for (const { speaker, text } of turns)
    if (speaker !== 'unknown') counts[speaker] += text.match(language === 'zh' ? ZH : EN)?.length ?? 0;
  return counts;
}
