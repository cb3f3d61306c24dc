import type { CoachingGoal, CoachingView, Rate } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { parts } from '../../components/opened/part.js';
import { useEndGoal } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';
import { Why } from '../../components/why.js';

const { GoalDialog } = parts(() => import('./dialogs.js'));

/** What both want to see in later calls, and what the calls say so far. */
export function Goals({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const [setting, setSetting] = useState(false);
  const edits = session.may.includes('edit');
  if (session.goals.length === 0 && !edits) return null;
  return (
    <section className="admin-section">
      <h2>
        {t('coachingPage.goals.title')} <Why of="goals" name={t('coachingPage.goals.title')} />
      </h2>
      <p className="note">{t('coachingPage.goals.note')}</p>
      {session.goals.map((goal) => (
        <Goal key={goal.goalId} session={session} goal={goal} />
      ))}
      {edits && <Button onClick={() => setSetting(true)}>{t('coachingPage.goals.set')}</Button>}
      {setting && <GoalDialog session={session} onClose={() => setSetting(false)} />}
    </section>
  );
}

function Goal({ session, goal }: { session: CoachingView; goal: CoachingGoal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { item, measure, targetPercent, fromDay, untilDay, endedAt, due, beforeFrom, byPeople } = goal;
  const what = item
    ? format.text(item.title)
    : measure
      ? t(`coachingPage.goals.measure.${measure.name}`, { most: format.number(measure.atMost) })
      : '';
  return (
    <div
      className={
        endedAt ? 'coaching-goal quiet ruled-below padded-row below-3' : 'coaching-goal ruled-below padded-row below-3'
      }
    >
      <p className="coaching-dates below-2">
        <b>{t('coachingPage.goals.what', { what, target: targetPercent })}</b>{' '}
        {due && <b className="bad">{t('coachingPage.goals.due')}</b>}
        {endedAt && <b>{t('coachingPage.goals.ended', { at: format.dateTime(endedAt) })}</b>}
        <small>
          {t('coachingPage.goals.days', { from: format.siteDay(fromDay), until: format.siteDay(untilDay) })}
        </small>
      </p>
      <dl className="coaching-follow-up grid gap-3 below-2">
        <dt>{t('coachingPage.goals.before', { from: format.siteDay(beforeFrom) })}</dt>
        <dd>
          <Share rate={goal.before} />
        </dd>
        <dt>{t('coachingPage.goals.after')}</dt>
        <dd>
          <Share rate={goal.after} />
          {item && goal.after && <small> {t('coachingPage.goals.byPeople', { count: byPeople })}</small>}
        </dd>
      </dl>
      <p className="below-2">
        {t(`coachingPage.goals.reached.${goal.reached}`)} {t(`coachingPage.goals.change.${goal.change}`)}
      </p>
      {!endedAt && session.may.includes('follow_up') && <End session={session} goal={goal} />}
    </div>
  );
}

function Share({ rate }: { rate: Rate | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!rate) return t('coachingPage.goals.noCalls');
  const { n, of, low, high } = rate;
  const percent = { share: format.percent(n / of), low: format.percent(low), high: format.percent(high) };
  return t('coachingPage.goals.share', { n, of, ...percent });
}

function End({ session, goal }: { session: CoachingView; goal: CoachingGoal }) {
  const { t } = useTranslation();
  const end = useEndGoal(session.sessionId, goal.goalId);
  return (
    <>
      <AskFirst ask={t('coachingPage.goals.endAsk')} loading={end.isPending} onYes={() => end.mutate()}>
        {t('coachingPage.goals.end')}
      </AskFirst>
      <Failed of={{ error: end.error }} />
    </>
  );
}
