import { DateTime } from 'luxon';
import { type Digest, type SilentHours, type ToldWay } from '#contracts';
import { mustBeTold, type NotificationKind } from '../kinds/notifications.rules.js';

type Ways = Record<ToldWay, boolean>;

/**
 * The channels for a kind of notification. Mandatory kinds always use bell and mail; a failing chat is never reported in that chat. If none of the
 * chosen channels exists any more, the bell is used, so nothing is lost.
 */
export function waysFor(kind: NotificationKind, wanted: Ways, has: { mail: boolean; chat: boolean }): Ways {
  const must = mustBeTold(kind);
  const mail = has.mail && (must || wanted.mail);
  const chat = has.chat && wanted.chat && kind !== 'chat_failing';
  const left = (wanted.mail || wanted.chat) && !mail && !chat;
  return { bell: must || wanted.bell || left, mail, chat };
}

export interface WhenWanted {
  quiet: SilentHours | null;
  digest: Digest;
  digestHour: number;
}

/**
 * When mail and chat go, by the site's clock: at once, at the hour of the digest, or when quiet hours are over; then together with what else waits.
 * What must be told goes at once.
 */
export function whenTold(
  kind: NotificationKind,
  { quiet, digest, digestHour }: WhenWanted,
  timeZone: string,
  now: Date,
): { dueAt: Date; gathered: boolean } {
  if (mustBeTold(kind)) return { dueAt: now, gathered: false };
  const at = DateTime.fromJSDate(now, { zone: timeZone });
  const due = afterQuiet(digest === 'daily' ? nextAt(at, `${digestHour}:00`) : at, quiet);
  return due <= at ? { dueAt: now, gathered: false } : { dueAt: due.toJSDate(), gathered: true };
}

function afterQuiet(at: DateTime, quiet: SilentHours | null): DateTime {
  if (!quiet) return at;
  const [minute, from, until] = [at.hour * 60 + at.minute, minutesOf(quiet.from), minutesOf(quiet.until)];
  const within = from < until ? minute >= from && minute < until : minute >= from || minute < until;
  return within ? nextAt(at, quiet.until) : at;
}

/** The first such time of day after a moment. An hour that summer time leaves out comes an hour later. */
function nextAt(at: DateTime, time: string): DateTime {
  const minutes = minutesOf(time);
  const today = at.set({ hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, millisecond: 0 });
  return today > at ? today : today.plus({ days: 1 });
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
