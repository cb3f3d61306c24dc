import type { Bilingual } from '#contracts';

/** A setting of the installation, or a command that is given on its machine. */
const OF_THE_MACHINE = /SHOUWEN_|npm run/;

/**
 * What a person reads who does not run the installation: sentences that name a setting or a command are left out, and it is said who can help.
 * Words that name neither stay as they are.
 */
export function withoutSettings(words: Bilingual): Bilingual {
  if (!OF_THE_MACHINE.test(words.zh + words.en)) return words;
  const zh = plain(words.zh, /（[^（）]*SHOUWEN_[^（）]*）/g, /(?<=[。！？])/);
  const en = plain(words.en, /\s?\([^()]*SHOUWEN_[^()]*\)/g, /(?<=[.!?])\s+/);
  return { zh: `${zh.join('')}请联系管理员。`, en: [...en, 'Ask an administrator.'].join(' ') };
}

const plain = (text: string, aside: RegExp, between: RegExp): string[] =>
  text
    .replace(aside, '')
    .split(between)
    .filter((sentence) => sentence !== '' && !OF_THE_MACHINE.test(sentence));
