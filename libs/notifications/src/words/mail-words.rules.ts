import { alarmWords } from './alarm-words.rules.js';
import { placeOfAlarm, type AlarmPlace, type Language } from '#contracts';
import { type Words } from '../kinds/notice.rules.js';
import { noticeOf } from '../kinds/notifications.rules.js';
import { placeOf, type KnownOf } from './place.rules.js';

const FOOT: Words = [
  '这是首问自动发出的通知，请勿回复。详情只在登录后显示。',
  'Shouwen sent this automatically; please do not answer. Details are shown after signing in only.',
];
const LINK: Words = ['打开首问', 'Open Shouwen'];
const NOTHING_TO_DO: Words = ['无需处理。', 'There is nothing to do.'];

/** What is to be done about an alarm. */
const AFTER_ALARM: Record<AlarmPlace, Words> = {
  '/processing': [
    '原因和处理办法见“处理看板”页，或在服务器上运行 npm run doctor。',
    'The Processing screen says why and what to do; so does npm run doctor on the server.',
  ],
  '/completeness': ['缺少什么见“完整性”页。', 'What is missing is on the Gaps page.'],
  '/telephony/sources': ['原因见“电话”下的“电话系统”页。', 'The reason is on the Sources screen, under Telephony.'],
  '/telephony/capture': [
    '情况见“电话”下的“实时接入”页。',
    'The screen Live connection, under Telephony, shows how it is.',
  ],
};

/** What is known of a notification when it is put into words: ids, closed words and the number of what it is about. */
export interface ToldFacts extends KnownOf {
  alarm: Parameters<typeof alarmWords>[0] | null;
  language: Language;
}

interface Layout {
  subject: string;
  what: string;
  next: string;
  language: Language;
  link: string;
}

/** One thing that a person is told, in their language: what happened, what comes next, and where it leads. */
export interface Said {
  what: string;
  next: string;
  link: string;
}

export interface MailText {
  subject: string;
  text: string;
  html: string;
  /** The same for a chat or a digest. */
  said: Said;
}

/** The words of a notification, for mail and chat alike: no name, no customer, no word of a call. */
export function wordsOf(facts: ToldFacts, publicUrl: string): MailText {
  const { kind, alarm, alarmSubject, code, language } = facts;
  const say = ([zh, en]: Words): string => (language === 'zh' ? zh : en);
  const link = `${publicUrl.replace(/\/+$/, '')}${placeOf(facts)}`;
  if (alarm && alarmSubject) {
    const over = kind === 'alarm_cleared';
    const next = over ? NOTHING_TO_DO : AFTER_ALARM[placeOfAlarm(alarmSubject)];
    return sentence(alarmWords(alarm, alarmSubject, over)[language], say(next), language, link);
  }
  const { thing, state = ['', ''], next = NOTHING_TO_DO } = noticeOf(kind);
  // A review that was not drawn has no number.
  const about = thing ? [say(thing), code].filter(Boolean).join(' ') : '';
  const joint = language === 'zh' ? '：' : ' ';
  return sentence(about ? `${about}${joint}${say(state)}` : say(state), say(next), language, link);
}

const sentence = (what: string, next: string, language: Language, link: string): MailText =>
  laidOut({
    subject: language === 'zh' ? `[首问] ${what}` : `[Shouwen] ${what}`,
    what: `${what}${language === 'zh' ? '。' : '.'}`,
    next,
    language,
    link,
  });

/** One sentence of what happened, one of what comes next, and where it leads. */
export function laidOut({ subject, what, next, language, link }: Layout): MailText {
  const say = ([zh, en]: Words): string => (language === 'zh' ? zh : en);
  const text = [what, next, '', link, '', say(FOOT), ''].join('\n');
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:15px;line-height:1.6">
<p><strong>${escaped(what)}</strong></p><p>${escaped(next)}</p>
<p><a href="${escaped(link)}">${escaped(say(LINK))}</a></p><p style="color:#5e6871;font-size:13px">${escaped(say(FOOT))}</p></body></html>`;
  return { subject, text, html, said: { what, next, link } };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
