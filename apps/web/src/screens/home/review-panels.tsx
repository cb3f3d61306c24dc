import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Fragment } from 'react';
import type { ProgressRow } from '#contracts';
import { useAcknowledgements } from '../../data/reviews.js';
import { useFormat, siteDay } from '../../format/use-format.js';
import { Panel, Rows } from './panel.js';
import { useListeners, useOverturned, useUnreviewed } from '../../data/home.js';
import { useProgress } from '../../data/progress.js';
import { useMay, useMe } from '../../data/session.js';

/** Reviews of one's own calls that one has not said one read; where there is none, the panel is left out. */
export function ToReadPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useAcknowledgements('unread');
  const items = list.data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('reading.toRead')} of={list}>
      {() => (
        <Rows
          rows={items}
          none=""
          row={({ scorecardId, callId, leg, checklist, startedAt, matter, customer, language, askedAt, reviewer }) => (
            <li key={scorecardId}>
              <Link to={`/calls/${callId}?leg=${leg}&list=${checklist.id}`} lang={(matter && language) || undefined}>
                {matter ?? customer ?? t('home.listeners.call', { at: format.dateTime(startedAt) })}
              </Link>{' '}
              <small>
                {format.text(checklist.title)} ·{' '}
                {t('reading.by', { by: format.text(reviewer), at: format.dateTime(askedAt) })}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}

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

/** Items whose automatic results people change: their checks deserve a look. */
export function OverturnedPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('home.overturned.title')} why="overturned" note={t('home.overturned.note')} of={useOverturned()}>
      {({ items }) => (
        <Rows
          rows={items}
          none={t('home.overturned.none')}
          row={({ checklist, itemId, title, answered, overturned, examples }) => (
            <li key={`${checklist.id} ${itemId}`}>
              <Link to={`/checklists/${checklist.id}`}>{format.text(title)}</Link>{' '}
              <small>
                {format.text(checklist.title)} · {t('home.overturned.of', { n: overturned, of: answered })}
                {examples.map(({ callId, leg }, at) => (
                  <Fragment key={callId}>
                    {' '}
                    <Link to={`/calls/${callId}?item=${itemId}${leg > 1 ? `&leg=${leg}` : ''}`}>
                      {t('home.overturned.call', { n: at + 1 })}
                    </Link>
                  </Fragment>
                ))}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}

/** Who listened to one's own calls. */
export function ListenersPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('home.listeners.title')} why="listened" of={useListeners()}>
      {({ items }) => (
        <Rows
          rows={items}
          none={t('home.listeners.none')}
          row={({ at, callId, startedAt, by, purpose, live, heardMs }) => (
            <li key={`${callId} ${at}`}>
              <Link to={`/calls/${callId}`}>{t('home.listeners.call', { at: format.dateTime(startedAt) })}</Link>{' '}
              <small>
                {[
                  by ? format.text(by) : t('home.listeners.withheld'),
                  format.dateTime(at),
                  live && t('home.listeners.live'),
                  purpose && t(`legal.purpose.${purpose}`),
                  heardMs !== null && format.duration(heardMs),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}

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
                  <span className="bad"> · {t('home.progress.overdue', { count: row.figures.overdue })}</span>
                )}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
