import {
  alarmWords,
  placeOfAlarm,
  type AlarmKind,
  type AlarmPlace,
  type Bilingual,
  type Language,
  type NotificationKind,
} from '#contracts';
import { laidOut, type MailText } from './mail-words.rules.js';

interface AlarmMail {
  kind: NotificationKind;
  alarm: AlarmKind;
  subject: string;
  language: Language;
  publicUrl: string;
}

const NEXT: Record<AlarmPlace, Bilingual> = {
  '/processing': {
    zh: '原因和处理办法见“处理看板”页，或在服务器上运行 npm run doctor。',
    en: 'The Processing screen says why and what to do; so does npm run doctor on the server.',
  },
  '/completeness': {
    zh: '缺少什么见“完整性”页。',
    en: 'What is missing is on the Completeness screen.',
  },
  '/telephony/sources': {
    zh: '原因见“电话”下的“电话系统”页。',
    en: 'The reason is on the Sources screen, under Telephony.',
  },
  '/telephony/capture': {
    zh: '情况见“电话”下的“实时接入”页。',
    en: 'The screen Live connection, under Telephony, shows how it is.',
  },
};

/** A mail about the installation itself. */
export function alarmMailText({ kind, alarm, subject, language, publicUrl }: AlarmMail): MailText {
  const over = kind === 'alarm_cleared';
  const what = alarmWords(alarm, subject, over)[language];
  const place = placeOfAlarm(subject);
  const next = over ? { zh: '无需处理。', en: 'There is nothing to do.' } : NEXT[place];
  const link = `${publicUrl.replace(/\/+$/, '')}${place}`;
  const title = language === 'zh' ? `[首问] ${what}` : `[Shouwen] ${what}`;
  return laidOut({
    subject: title,
    what: `${what}${language === 'zh' ? '。' : '.'}`,
    next: next[language],
    language,
    link,
  });
}
