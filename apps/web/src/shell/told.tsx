import { ALERTED_CALLS, alarmWords, isRightsKind, placeOfAlarm, shareBelow, type NotificationView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { part } from '../components/opened/part.js';
import { queryOf } from '../data/call-list.js';
import { useMay, useMe } from '../data/session.js';
import { useFormat } from '../format/use-format.js';
import './told-list.css';

const ToldInPlace = part(() => import('./told-in-place.js'));

/** One thing that a person is told, in words that lead to what it is about. */
export function Told({ one, onFollow }: { one: NotificationView; onFollow: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, at, readAt, inPlaceOf } = one;
  const seesGrants = useMay('grants.read');
  const { acting } = useMe();
  const place = placeOf(one, seesGrants);
  const words =
    kind === 'alarm_raised' || kind === 'alarm_cleared'
      ? one.alarm && format.text(alarmWords(one.alarm.kind, one.alarm.subject, kind === 'alarm_cleared'))
      : t(`told.kind.${kind}`, {
          code: one.code,
          name: one.person ? format.text(one.person.name) : '',
          ...figureWords(one, format),
        });
  return (
    <li className={readAt === null ? 'told-new' : ''}>
      {inPlaceOf && acting?.absenceId !== inPlaceOf.absenceId ? (
        <ToldInPlace to={place} inPlaceOf={inPlaceOf} onFollow={onFollow}>
          {words}
        </ToldInPlace>
      ) : (
        <Link to={place} onClick={onFollow}>
          {words}
        </Link>
      )}
      <small>
        {inPlaceOf && `${t('acting.inPlaceOf', { name: format.text(inPlaceOf.name) })} · `}
        {format.dateTime(at)}
        {readAt === null && <span className="seen-by-readers-only">{t('told.unread')}</span>}
      </small>
    </li>
  );
}

/** The figure that passed its line, with the line; what scoring again came to. */
function figureWords({ figure, rescore }: NotificationView, { text, number, percent }: ReturnType<typeof useFormat>) {
  if (rescore) return { count: rescore.calls, points: `${rescore.points > 0 ? '+' : ''}${number(rescore.points)}` };
  if (!figure) return {};
  const { day, team, value, of, line } = figure;
  return {
    ...{ day, team: text(team), value: number(value), line: number(line) },
    percent: percent(shareBelow(value, of), 1),
  };
}

/** Where it leads. */
function placeOf(one: NotificationView, seesGrants: boolean): string {
  const { kind, code, requestId, grantId, callId, alarm, figure, coachingId, calibrationId, bestCallId, comment } = one;
  if (kind === 'chat_failing') return '/account';
  if (kind.startsWith('sign_in_rules_')) return '/company/sign-in';
  if (kind.startsWith('small_house_')) return kind === 'small_house_waits' ? '/company/small-house' : '/';
  if (kind.startsWith('absence_'))
    return kind === 'absence_to_confirm' ? '/role-proposals' : kind === 'absence_begun' ? '/' : '/account';
  if (kind.startsWith('recertification_'))
    return kind === 'recertification_removal' && seesGrants ? '/legal/grants' : '/recertification';
  if (alarm) return placeOfAlarm(alarm.subject);
  if (one.rescore) return `/calls?${queryOf({ from: one.rescore.from, to: one.rescore.to })}`;
  if (figure) {
    const { day, teamId: team, measure } = figure;
    if (measure === 'complete') return `/completeness?team=${team}`;
    return `/calls?${queryOf({ from: day, to: day, team, ...ALERTED_CALLS[measure] })}`;
  }
  if (kind === 'checklist_waits' || kind === 'checklist_sent_back') return `/checklists/${code}?draft=1`;
  if (kind.startsWith('promise_'))
    return `/promises?view=${kind === 'promise_questioned' ? 'questioned' : kind === 'promise_struck' ? 'done' : 'open'}`;
  if (bestCallId !== null) return kind === 'best_call_published' ? '/best-calls' : '/best-calls?show=waiting';
  if (coachingId !== null) return `/coaching/${coachingId}`;
  if (calibrationId !== null) return `/calibrations/${calibrationId}`;
  if (grantId !== null) return seesGrants ? '/legal/grants' : '/calls';
  if (kind === 'review_assigned' || kind === 'review_given' || kind === 'review_handed_on') return '/review';
  if (kind === 'invitation_guessed') return `/people/${one.person?.personId ?? ''}`;
  if (isRightsKind(kind)) return kind === 'rights_wait' || kind === 'way_in_reset' ? '/role-proposals' : '/account';
  if (comment) return `/calls/${callId}?leg=${comment.leg}&t=${Math.floor(comment.atMs / 1000)}`;
  return callId === null ? `/legal/requests/${requestId}` : `/calls/${callId}`;
}
