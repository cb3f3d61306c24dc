import { ALERTED_CALLS, placeOfAlarm, type FigureMeasure } from '#contracts';
import { noticeOf, type NotificationKind } from '../kinds/notifications.rules.js';

/** What is known of what a notification is about; what is not known is left out of its address. */
export interface KnownOf {
  kind: NotificationKind;
  requestId: string | null;
  callId: string | null;
  coachingId: string | null;
  calibrationId: string | null;
  code: string | null;
  personId?: string | undefined;
  /** Of a comment: its leg's place in the call, from 1, and its second. */
  comment?: { leg: number; atMs: number } | null;
  figure?: { day: string; teamId: string; measure: FigureMeasure } | null;
  rescore?: { from: string; to: string } | null;
  alarmSubject: string | null;
}

/** The screen that a notification leads to. A person who may not see a request goes to their call. */
export function placeOf(of: KnownOf, seesGrants = false): string {
  if (of.kind === 'alarm_raised' || of.kind === 'alarm_cleared') return placeOfAlarm(of.alarmSubject!);
  const { link, linkOfGrantReaders } = noticeOf(of.kind);
  if (seesGrants && linkOfGrantReaders) return linkOfGrantReaders;
  const { comment, figure, rescore } = of;
  const parts: Record<string, string | null | undefined> = {
    ...of,
    moment: comment && `?leg=${comment.leg}&t=${Math.floor(comment.atMs / 1000)}`,
    figure: figure && `?${figureQuery(figure)}`,
    rescored: rescore && `?${new URLSearchParams({ from: rescore.from, to: rescore.to })}`,
  } as Record<string, string | null | undefined>;
  const place = link ?? (of.callId === null ? '/legal/requests/{requestId}' : '/calls/{callId}');
  return place.replace(/(\/?)\{(\w+)\}/g, (_all, slash: string, name: string) =>
    parts[name] ? slash + parts[name] : '',
  );
}

const figureQuery = ({ day, teamId: team, measure }: NonNullable<KnownOf['figure']>): URLSearchParams =>
  new URLSearchParams(measure === 'complete' ? { team } : { from: day, to: day, team, ...ALERTED_CALLS[measure] });
