import { type EventName, type Role } from '#contracts';
import { ACCOUNT_NOTICES } from './account-notices.rules.js';
import { CALL_NOTICES } from './call-notices.rules.js';
import { COACHING_NOTICES } from './coaching-notices.rules.js';
import { COMPANY_NOTICES } from './company-notices.rules.js';
import { LEGAL_NOTICES } from './legal-notices.rules.js';
import { type Cause, type Notice, TOPICS } from './notice.rules.js';
import { type RecipientGroup, ROLES_OF_GROUP } from './recipient-groups.rules.js';
import { REVIEW_NOTICES } from './review-notices.rules.js';

/** Every kind of notification, a row each: what it is about, who is told of which event, where it leads, and in what words. */
export const NOTIFICATIONS = {
  ...ACCOUNT_NOTICES,
  ...COMPANY_NOTICES,
  ...LEGAL_NOTICES,
  ...REVIEW_NOTICES,
  ...CALL_NOTICES,
  ...COACHING_NOTICES,
};
export type NotificationKind = keyof typeof NOTIFICATIONS;

const KINDS = Object.keys(NOTIFICATIONS) as NotificationKind[];

export const isNotificationKind = (kind: string): kind is NotificationKind => kind in NOTIFICATIONS;

/** Of a later version, which this one was put back from, a row may have a kind that is not here: it leads home, and says nothing. */
const UNKNOWN: Notice = { topic: 'account', on: [], setting: ['', ''], link: '/' };

export const noticeOf = (kind: NotificationKind): Notice => NOTIFICATIONS[kind] ?? UNKNOWN;

export const mustBeTold = (kind: NotificationKind): boolean => noticeOf(kind).must === true;

/** Who is told of an event, and of what kind: of several kinds a person gets the first. */
export function tellingsOf(
  event: EventName,
  details: Record<string, unknown> = {},
): { kind: NotificationKind; to: readonly RecipientGroup[] }[] {
  return (TOLD_OF.get(event) ?? []).filter(({ when }) => !when || when(details)).map(({ kind, to }) => ({ kind, to }));
}

const TOLD_OF = new Map<EventName, (Cause & { kind: NotificationKind })[]>();
for (const kind of KINDS)
  for (const cause of noticeOf(kind).on)
    TOLD_OF.set(cause.event, [...(TOLD_OF.get(cause.event) ?? []), { ...cause, kind }]);

/** What an event's notification is about, where that is no request: its kind and id. */
export function subjectOf(
  kind: NotificationKind,
  details: Record<string, unknown>,
): [about: string, id: string] | null {
  const found = Object.entries(noticeOf(kind).about ?? {}).find(([, detail]) => details[detail] !== undefined);
  return found ? [found[0], String(details[found[1]])] : null;
}

/** What a person with these roles may be told, by topic. @param off events that do not happen here, of modules that are off */
export function kindsToldTo(roles: readonly Role[], off: ReadonlySet<unknown> = new Set()): NotificationKind[] {
  const topics = Object.keys(TOPICS);
  return KINDS.filter((kind) =>
    noticeOf(kind).on.some(({ event, to }) => !off.has(event) && to.some((group) => canBeIn(group, roles))),
  ).sort((a, b) => topics.indexOf(noticeOf(a).topic) - topics.indexOf(noticeOf(b).topic));
}

const canBeIn = (group: RecipientGroup, roles: readonly Role[]): boolean => {
  const needed = ROLES_OF_GROUP[group];
  return needed === 'anyone' || needed.some((role) => roles.includes(role));
};
