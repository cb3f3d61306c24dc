import type { CoachingListQuery } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ListPage, type Asked } from '../../components/list-page.js';
import { parts } from '../../components/opened/part.js';
import { useCoachingList } from '../../data/coaching.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import './coaching.css';

const { PrepareDialog } = parts(() => import('./dialogs.js'));

const VIEWS = ['todo', 'open', 'all'] as const satisfies readonly CoachingListQuery['show'][];

const useShown = ({ view }: Asked<(typeof VIEWS)[number]>) => useCoachingList(view);

/** Coaching sessions: for agents those that were shared with them, for coaches those of their teams. */
export function CoachingScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const [leads, answers] = [useMay('coaching.lead'), useMay('coaching.answer')];
  const [preparing, setPreparing] = useState(false);
  return (
    <ListPage
      title={t('coachingPage.title')}
      needs="coaching.read"
      acts={leads && <Button onClick={() => setPreparing(true)}>{t('coachingPage.prepare.act')}</Button>}
      intro={<p className="note">{t(answers && !leads ? 'coachingPage.introMine' : 'coachingPage.intro')}</p>}
      views={{
        at: 'show',
        name: t('coachingPage.show'),
        of: VIEWS,
        usual: 'open',
        words: (one) => t(`coachingPage.view.${one}`),
      }}
      useList={useShown}
      rowsOf={({ items }) => items}
      keyOf={({ sessionId }) => sessionId}
      past={({ state }) => state === 'closed'}
      empty={({ view }) => t(`coachingPage.none.${view}`)}
      columns={[
        {
          name: t('coachingPage.agent'),
          cell: ({ sessionId, agent, code }) => (
            <span className="coaching-who">
              <Link to={`/coaching/${sessionId}`}>{format.text(agent.name)}</Link>
              <small>
                {code} · {format.text(agent.team.name)}
              </small>
            </span>
          ),
        },
        {
          name: t('coachingPage.state'),
          why: 'coachingDue',
          cell: (one) => (
            <span className="coaching-who">
              <b className={`coaching-state ${one.state}`}>{t(`coaching.state.${one.state}`)}</b>
              <small>
                {t('coachingPage.nMoments', { count: one.moments })}
                {one.followUpsDue > 0 && ` · ${t('coachingPage.followUps', { count: one.followUpsDue })}`}
                {one.evaluationsOpen > 0 && ` · ${t('coachingPage.toScore', { count: one.evaluationsOpen })}`}
              </small>
            </span>
          ),
        },
        { name: t('coachingPage.coach'), cell: ({ coach }) => format.text(coach) },
        {
          name: t('coachingPage.heldOn'),
          cell: ({ heldOn, createdAt }) => (heldOn ? format.siteDay(heldOn) : format.dateTime(createdAt)),
        },
      ]}
    >
      {preparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </ListPage>
  );
}
