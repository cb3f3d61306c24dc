import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnreviewed } from '../../data/home.js';
import { useFormat } from '../../format/use-format.js';
import { Panel, Rows } from './panel.js';

/** Agents whose calls of this week no person has reviewed. */
export function UnreviewedPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useUnreviewed();
  const { from = '', total = 0, items = [] } = read.data ?? {};
  return (
    <Panel
      title={t('home.unreviewed.title')}
      why="unreviewed"
      of={read}
      note={total > items.length && t('home.unreviewed.more', { count: total, shown: items.length })}
    >
      {() => (
        <Rows
          rows={items}
          none={t('home.unreviewed.none')}
          row={({ agent, calls, lastReviewAt }) => (
            <li key={`${agent.personId} ${agent.team.teamId}`}>
              <Link to={`/calls?from=${from}&agent=${agent.personId}&team=${agent.team.teamId}&stage=scored`}>
                {format.text(agent.name)}
              </Link>{' '}
              <small>
                {format.text(agent.team.name)} · {t('home.unreviewed.calls', { count: calls })} ·{' '}
                {lastReviewAt
                  ? t('home.unreviewed.last', { at: format.day(lastReviewAt) })
                  : t('home.unreviewed.never')}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
