import { type Language, type NotificationKind } from '#contracts';
import { ABSENCE } from './absence-words.rules.js';
import { WORDS, type Words } from './mail-sentences.rules.js';

/** What a mail is about: where it is no standing grant, dispute, coaching, calibration or report, it is a request. */
const REQUEST: Words = ['申请', 'Request'];
const GRANT: Words = ['常规授权', 'Standing grant'];
const DISPUTE: Words = ['申诉', 'Dispute'];
const COACHING: Words = ['辅导', 'Coaching'];
const CALIBRATION: Words = ['校准', 'Calibration'];
const CHECKLIST: Words = ['评分表', 'Checklist'];
const BEST_CALL: Words = ['范例', 'Best call'];
const PLAN: Words = ['抽样计划', 'Sampling plan'];
const REVIEW: Words = ['复核', 'Review'];
const PROMISE: Words = ['承诺', 'Promise'];
const CALL: Words = ['您的通话', 'Your call'];
const CALLS: Words = ['您的一些通话', 'Calls of yours'];
const A_CALL: Words = ['一通电话', 'A call'];
const CORRECTION: Words = ['通话更正', 'A correction of a call'];
const COMMENT: Words = ['评论', 'A comment'];
const CHAT: Words = ['聊天通知地址', 'Your chat'];
const SMALL_HOUSE: Words = ['小型机构', 'The small house'];
const SIGN_IN: Words = ['登录规则', 'Rules for signing in'];
const RIGHTS: Words = ['权限复审', 'Review of rights'];
const REPORT: Words = ['报表', 'Report'];
const OF_REPORTS: readonly NotificationKind[] = ['critical_many', 'rings_few', 'complete_few'];

const FOOT: Words = [
  '这是首问自动发出的通知，请勿回复。详情只在登录后显示。',
  'Shouwen sent this automatically; please do not answer. Details are shown after signing in only.',
];
const LINK: Words = ['打开首问', 'Open Shouwen'];

/** What a mail is made of. */
export interface MailFacts {
  kind: keyof typeof WORDS;
  /** `LR-0001`. */
  code: string;
  language: Language;
  /** Where it leads, within the product. */
  link: string;
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

export function mailText({ kind, code, language, link }: MailFacts): MailText {
  const say = ([zh, en]: Words): string => (language === 'zh' ? zh : en);
  const { state, next } = WORDS[kind];
  // A review that was not drawn has no number.
  const thing = [say(thingOf(kind)), code].filter(Boolean).join(' ');
  const subject = language === 'zh' ? `[首问] ${thing}：${say(state)}` : `[Shouwen] ${thing} ${say(state)}`;
  const what = language === 'zh' ? `${thing}：${say(state)}。` : `${thing} ${say(state)}.`;
  return laidOut({ subject, what, next: say(next), language, link });
}

function thingOf(kind: NotificationKind): Words {
  if (kind === 'chat_failing') return CHAT;
  if (kind === 'comment_mentioned') return COMMENT;
  if (kind === 'score_reviewed') return CALL;
  if (kind === 'calls_rescored') return CALLS;
  if (kind === 'call_shut' || kind === 'call_handed_over') return A_CALL;
  if (kind.startsWith('correction_')) return CORRECTION;
  if (kind.startsWith('promise_')) return PROMISE;
  if (kind.startsWith('recertification_')) return RIGHTS;
  if (kind.startsWith('sign_in_rules_')) return SIGN_IN;
  if (kind.startsWith('small_house_')) return SMALL_HOUSE;
  if (kind.startsWith('absence_')) return ABSENCE;
  if (OF_REPORTS.includes(kind)) return REPORT;
  if (kind.startsWith('grant_')) return GRANT;
  if (kind.startsWith('coaching_')) return COACHING;
  if (kind === 'review_assigned') return PLAN;
  if (kind.startsWith('review_') && kind !== 'review_overdue') return REVIEW;
  if (kind.startsWith('calibration_')) return CALIBRATION;
  if (kind.startsWith('checklist_')) return CHECKLIST;
  if (kind.startsWith('best_call_')) return BEST_CALL;
  return kind.startsWith('dispute_') ? DISPUTE : REQUEST;
}

/** One sentence of what happened, one of what comes next, and where it leads. */
export function laidOut({ subject, what, next, language, link }: Layout): MailText {
  const say = ([zh, en]: Words): string => (language === 'zh' ? zh : en);
  const text = [what, next, '', link, '', say(FOOT), ''].join('\n');
  const html = `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:15px;line-height:1.6">
<p><strong>${escaped(what)}</strong></p><p>${escaped(next)}</p>
<p><a href="${escaped(link)}">${escaped(say(LINK))}</a></p><p style="color:#5e6871;font-size:13px">${escaped(say(FOOT))}</p></body></html>`;
  return { subject, text, html, said: { what, next, link } };
}

/** Where a telling leads: a person who may not see the request goes to the call, and all go from a standing grant to the calls that it is about. */
export function linkTo(
  publicUrl: string,
  { requestId, callId, coachingId = null, bestCallId = null, leg = null, atMs = null }: LinkedTo,
): string {
  if (bestCallId !== null) return `${publicUrl.replace(/\/+$/, '')}/best-calls`;
  if (coachingId !== null) return `${publicUrl.replace(/\/+$/, '')}/coaching/${coachingId}`;
  const second = leg === null || atMs === null ? '' : `?leg=${leg}&t=${Math.floor(atMs / 1000)}`;
  const calls = callId === null ? '/calls' : `/calls/${callId}${second}`;
  return `${publicUrl.replace(/\/+$/, '')}${callId === null && requestId !== null ? `/legal/requests/${requestId}` : calls}`;
}

interface LinkedTo {
  requestId: string | null;
  callId: string | null;
  coachingId?: string | null;
  bestCallId?: string | null;
  leg?: number | null;
  atMs?: number | null;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
