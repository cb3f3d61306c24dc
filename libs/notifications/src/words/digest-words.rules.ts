import { type Language } from '#contracts';
import { laidOut, type MailText, type Said } from './mail-words.rules.js';

/** Lines of one message; what is more is counted, and lies under the bell. */
const MOST_LINES = 20;

/** What waited for the morning or for the end of quiet hours, as one mail. One thing alone stays as it is. */
export function gatheredMail(texts: readonly [MailText, ...MailText[]], language: Language, home: string): MailText {
  if (texts.length === 1) return texts[0];
  const { lines, more } = digestLines(
    texts.map(({ said }) => said),
    language,
  );
  const what = language === 'zh' ? `有 ${texts.length} 条通知` : `You have ${texts.length} notices`;
  const next = [...lines, ...more].join(' ');
  const subject = language === 'zh' ? `[首问] ${what}` : `[Shouwen] ${what}`;
  return laidOut({ subject, what: `${what}${language === 'zh' ? '。' : '.'}`, next, language, link: home });
}

/** One line for each, and how many are left out. */
export function digestLines(said: readonly Said[], language: Language): { lines: string[]; more: string[] } {
  const over = said.length - MOST_LINES;
  return {
    lines: said.slice(0, MOST_LINES).map(({ what }) => what),
    more: over > 0 ? [language === 'zh' ? `另有 ${over} 条。` : `And ${over} more.`] : [],
  };
}
