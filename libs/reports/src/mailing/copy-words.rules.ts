import { type Language, type MailedReport, type ReportFigures } from '#contracts';
import { REPORT_WORDS } from '../files/report-words.rules.js';

/** What the mail of a copy is made of. */
export interface CopyFacts {
  by: MailedReport['by'];
  from: string;
  to: string;
  language: Language;
  /** Of all calls that the reader may see and the filters leave. */
  total: ReportFigures;
  narrowed: boolean;
  /** Something to say about the file: it is there, or the reader may not take files away. */
  file: 'attached' | 'no_right' | 'stays' | 'unproved' | null;
  /** Where the report opens. */
  link: string;
}

export interface CopyText {
  subject: string;
  /** A line each. */
  lines: string[];
  foot: string;
  open: string;
}

/**
 * Counts alone: no name of a person, team, queue or customer and no points. A mailbox keeps what it has, also after a right has ended, and
 * forwards it (decision 90).
 */
export function copyText({ by, from, to, language, total, narrowed, file }: CopyFacts): CopyText {
  const words = REPORT_WORDS[language];
  const grouped = by === 'week' ? words.week : words.by[by];
  const days = from === to ? from : language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
  const zh = language === 'zh';
  const { calls, rings, judged } = total;
  const n = (count: number) => count.toLocaleString('en-GB');
  const share = rings && ((100 * rings.n) / rings.of).toFixed(1);
  const counts = [
    `${words.columns.calls}${zh ? '：' : ': '}${n(calls)}`,
    ...(rings
      ? [`${words.columns.rings}${zh ? `：${share}%（n=${n(rings.of)}）` : `: ${share}% (n=${n(rings.of)})`}`]
      : []),
    ...(judged ? [`${words.columns.scored}${zh ? '：' : ': '}${n(judged.scored)}`] : []),
    ...(judged ? [`${words.columns.critical}${zh ? '：' : ': '}${n(judged.critical)}`] : []),
  ];
  return {
    subject: zh ? `[首问] ${words.title(grouped)}，${days}` : `[Shouwen] ${words.title(grouped)}, ${days}`,
    lines: [
      zh ? `${words.title(grouped)}，${days}。` : `${words.title(grouped)}, ${days}.`,
      ...(narrowed ? [zh ? '按您订阅时选择的条件筛选。' : 'Narrowed by the filters of the subscription.'] : []),
      zh ? '您可以查看的通话：' : 'Of the calls that you may see:',
      ...counts,
      ...(file ? [FILE[file][language]] : []),
    ],
    open: zh ? '打开报表' : 'Open the report',
    foot: zh
      ? '这是首问自动发出的邮件，请勿回复。登录后可以在“报表 › 邮件报表”中暂停或退订。'
      : 'Shouwen sent this automatically; please do not answer. Pause it or unsubscribe after signing in, on Reports › By mail.',
  };
}

const FILE = {
  attached: {
    zh: '报表文件见附件，只包括您可以导出的通话。请按公司规定保管，不要转发。',
    en: 'The file is attached and holds only calls that you may export. Keep it as your company’s rules say, and do not forward it.',
  },
  no_right: {
    zh: '您的角色不能导出通话，因此没有附件。',
    en: 'Your role may not export calls, so there is no file.',
  },
  unproved: {
    zh: '您的新邮箱还没有确认，因此没有附件。请登录“我的账号”确认；报表可从下面的链接打开。',
    en: 'Your new address is not confirmed, so there is no file. Sign in and confirm it under My account; the report opens by the link below.',
  },
  stays: {
    zh: '公司设置不允许报表文件随邮件发出，因此没有附件。',
    en: 'The company does not let files leave by mail, so there is no file.',
  },
} as const satisfies Record<NonNullable<CopyFacts['file']>, Record<Language, string>>;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);

/** Text and HTML of the mail. */
export function copyBody(
  { lines, open, foot }: CopyText,
  link: string,
  language: Language,
): { text: string; html: string } {
  const [what = '', ...rest] = lines;
  return {
    text: [...lines, '', link, '', foot, ''].join('\n'),
    html: `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:15px;line-height:1.6">
<p><strong>${escaped(what)}</strong></p><p>${rest.map(escaped).join('<br>')}</p>
<p><a href="${escaped(link)}">${escaped(open)}</a></p><p style="color:#5e6871;font-size:13px">${escaped(foot)}</p></body></html>`,
  };
}
