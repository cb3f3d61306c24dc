import type { ProgressLegs, ProgressLegsQuery } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../../components/admin-page.js';
import { type Column, Dash, DataTable } from '../../../components/data-table.js';
import { ShowDialog } from '../../../components/action-dialog.js';
import { useProgressLegs } from '../../../data/progress.js';
import { useFormat } from '../../../format/use-format.js';

type Leg = ProgressLegs['items'][number];

/** The calls that a number of the progress counts; each opens. */
export function ProgressLegsDialog(props: { title: string; query: ProgressLegsQuery; onClose: () => void }) {
  const { t } = useTranslation();
  const { text, dateTime } = useFormat();
  const legs = useProgressLegs(props.query);
  const columns: Column<Leg>[] = [
    {
      name: t('progress.call'),
      cell: ({ callId, leg, startedAt }) => (
        <Link to={`/calls/${callId}${leg > 1 ? `?leg=${leg}` : ''}`}>{dateTime(startedAt)}</Link>
      ),
    },
    { name: t('progress.agent'), cell: ({ agent }) => `${text(agent.name)} ${agent.staffNumber}` },
    { name: t('progress.group.plan'), cell: ({ plan }) => plan },
    { name: t('progress.group.reviewer'), cell: ({ reviewer }) => (reviewer ? text(reviewer) : <Dash />) },
    {
      name: t('progress.due'),
      cell: ({ dueAt, state, overdue }) =>
        state === 'open' ? t(overdue ? 'progress.late' : 'progress.until', { at: dateTime(dueAt) }) : <Dash />,
      mark: ({ overdue }) => (overdue ? 'report-late' : null),
    },
  ];
  return (
    <ShowDialog title={props.title} width={820} onClose={props.onClose}>
      <WhenRead of={legs}>
        {({ items, count }) => (
          <>
            <DataTable
              caption={props.title}
              columns={columns}
              rows={items}
              keyOf={({ assignmentId }) => assignmentId}
            />
            {count > items.length && <p className="note">{t('progress.more', { count: count - items.length })}</p>}
          </>
        )}
      </WhenRead>
    </ShowDialog>
  );
}
