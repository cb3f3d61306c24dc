import type { ProgressRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useProgress } from '../../data/progress.js';
import { useMay, useMe } from '../../data/session.js';
import { siteDay } from '../../format/site-day.js';
import { useFormat } from '../../format/use-format.js';
import { Panel, Rows } from './panel.js';

const DAYS = 30;

/** How far reviews of what was drawn are: by plan for those who plan, else by reviewer. */
export function ProgressPanel() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { timeZone } = useMe();
  const plans = useMay('sampling.read');
  const to = siteDay(timeZone);
  const from = new Date(Date.parse(to) - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
  const progress = useProgress(plans ? 'plan' : 'reviewer', { from, to });
  const nameOf = ({ key, name, detail }: ProgressRow) =>
    name ? text(name) : key === 'none' ? t('home.progress.untaken') : (detail ?? key);
  return (
    <Panel
      title={t('home.progress.title')}
      why="progress"
      note={t('home.progress.note')}
      of={progress}
      all={{ to: `/reports?from=${from}&to=${to}#progress`, words: t('home.progress.all') }}
    >
      {({ rows }) => (
        <Rows
          rows={rows}
          none={t('home.progress.none')}
          row={(row) => (
            <li key={row.key}>
              {nameOf(row)}{' '}
              <small>
                {t('home.progress.of', { done: row.figures.completed, of: row.figures.drawn })}
                {row.figures.overdue > 0 && (
                  <span className="home-overdue"> · {t('home.progress.overdue', { count: row.figures.overdue })}</span>
                )}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
