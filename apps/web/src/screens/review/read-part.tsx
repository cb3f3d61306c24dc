import type { AcknowledgementList } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Column, DataList } from '../../components/data-table.js';
import { ViewTabs } from '../../components/tabs.js';
import { useAcknowledgements } from '../../data/reviews.js';
import { useFormat } from '../../format/use-format.js';
import { showing, useAgentColumn } from './agent-column.js';

const SHOWN = ['unread', 'read'] as const;

/** Published reviews: which their agents have not said they read, since when, and which they have, with what they wrote. */
export function ReadPart() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const show = SHOWN.find((one) => one === search.get('read')) ?? 'unread';
  const list = useAcknowledgements(show);
  const total = list.data?.pages[0]?.total ?? 0;
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
      <div className="admin-row">
        <ViewTabs
          name={t('review.show')}
          value={show}
          onChange={(to) => setSearch(showing('read', to), { replace: true })}
          views={SHOWN.map((value) => ({ value, label: t(`reading.view.${value}`) }))}
        />
        {total > 0 && <span className="admin-hint">{t('reading.count', { count: total })}</span>}
      </div>
      <div className="review-scroll">
        <DataList
          of={list}
          rowsOf={({ items }) => items}
          columns={columns}
          keyOf={({ scorecardId }) => scorecardId}
          empty={t(`reading.none.${show}`)}
        />
      </div>
    </section>
  );
}
