import { alarmWords, type AlarmKind, type Language, type NotificationKind } from '#contracts';
import { laidOut, type MailText } from './mail-words.rules.js';

interface AlarmMail {
  kind: NotificationKind;
  alarm: AlarmKind;
  subject: string;
  language: Language;
  publicUrl: string;
}

/** A mail about the installation itself. */
export function alarmMailText({ kind, alarm, subject, language, publicUrl }: AlarmMail): MailText {
  const over = kind === 'alarm_cleared';
  const what = alarmWords(alarm, subject, over)[language];
  const next = over
    ? { zh: '无需处理。', en: 'There is nothing to do.' }
    : {
        zh: '原因和处理办法见“处理看板”页，或在服务器上运行 npm run doctor。',
        en: 'The Processing screen says why and what to do; so does npm run doctor on the server.',
      };
  const link = `${publicUrl.replace(/\/+$/, '')}/processing`;
  const title = language === 'zh' ? `[首问] ${what}` : `[Shouwen] ${what}`;
  return laidOut({
    subject: title,
    what: `${what}${language === 'zh' ? '。' : '.'}`,
    next: next[language],
    language,
    link,
  });
}
