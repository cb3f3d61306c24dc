import type { AcknowledgementList, AgentRef } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../components/data-table.js';
import { Listed } from '../../components/list-page.js';
import { useAcknowledgements } from '../../data/reviews.js';
import { useFormat } from '../../format/use-format.js';

const useShown = ({ view }: { view: Parameters<typeof useAcknowledgements>[0] }) => useAcknowledgements(view);

const SHOWN = ['unread', 'read'] as const;

/** Published reviews: which their agents have not said they read, since when, and which they have, with what they wrote. */
export function ReadPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const agent = useAgentColumn<AcknowledgementList['items'][number]>(({ agent: one }) => one);
  const columns: Column<AcknowledgementList['items'][number]>[] = [
    {
      name: t('review.call'),
      cell: (row) => (
        <div className="drawn-cell">
          <Link
            to={`/calls/${row.callId}?leg=${row.leg}&list=${row.checklist.id}`}
            lang={(row.matter && row.language) || undefined}
          >
            {row.matter ?? row.customer ?? t('calls.unknownMatter')}
          </Link>
          <small>{format.dateTime(row.startedAt)}</small>
        </div>
      ),
    },
    agent,
    {
      name: t('reading.reviewed'),
      by: ({ askedAt }) => askedAt,
      cell: ({ checklist, reviewer, askedAt }) => (
        <div className="drawn-cell">
          {format.text(checklist.title)}
          <small>{t('reading.by', { by: format.text(reviewer), at: format.dateTime(askedAt) })}</small>
        </div>
      ),
    },
    {
      name: t('reading.column'),
      cell: ({ acknowledgedAt, askedAt, note }) =>
        acknowledgedAt ? (
          <div className="drawn-cell">
            {t('reading.readAt', { at: format.dateTime(acknowledgedAt) })}
            {note && (
              <small>
                <q>{note}</q>
              </small>
            )}
          </div>
        ) : (
          t('review.sinceAt', { at: format.dateTime(askedAt) })
        ),
    },
  ];
  return (
    <section className="admin-section" aria-label={t('reading.list')}>
      <h2>{t('reading.list')}</h2>
      <p className="admin-hint">{t('reading.intro')}</p>
      <Listed<AcknowledgementList['items'][number], AcknowledgementList, (typeof SHOWN)[number]>
        views={{ at: 'read', name: t('review.show'), of: SHOWN, words: (view) => t(`reading.view.${view}`) }}
        beside={([first]) =>
          first && first.total > 0 && <span className="admin-hint">{t('reading.count', { count: first.total })}</span>
        }
        useList={useShown}
        rowsOf={({ items }) => items}
        columns={columns}
        keyOf={({ scorecardId }) => scorecardId}
        empty={({ view }) => t(`reading.none.${view}`)}
        scrolls
      />
    </section>
  );
}

/** Whose leg it is, with their team. @param agentOf the agent of a row */
export function useAgentColumn<R>(agentOf: (row: R) => AgentRef): Column<R> {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    name: t('review.agent'),
    by: (row) => format.text(agentOf(row).name),
    cell: (row) => (
      <div className="drawn-cell">
        {format.text(agentOf(row).name)}
        <small>{format.text(agentOf(row).team.name)}</small>
      </div>
    ),
  };
}
