import type { Progress, ProgressBy, ProgressFigure, ProgressLegs, ProgressLegsQuery, ProgressRow } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, Dash, DataTable } from '../../../components/data-table.js';
import { ScrollPane } from '../../../components/scroll-pane.js';
import { useFormat } from '../../../format/use-format.js';
import { Link } from 'react-router';
import { WhenRead } from '../../../components/admin-page.js';
import { ShowDialog } from '../../../components/action-dialog.js';
import { useProgressLegs } from '../../../data/progress.js';

const FIGURES = [
  ...(['drawn', 'completed', 'taken', 'waiting', 'overdue', 'replaced', 'lapsed'] as const),
] satisfies ProgressFigure[];

interface Props {
  by: ProgressBy;
  progress: Progress;
  days: { from: string; to: string };
}

/** A row for each plan, reviewer, team or period; each number opens its calls. Never in an order by how far they are. */
export function ProgressTable({ by, progress, days }: Props) {
  const { t } = useTranslation();
  const { text, number } = useFormat();
  const [opened, setOpened] = useState<{ row: ProgressRow | null; figure: ProgressFigure } | null>(null);
  if (progress.total.drawn === 0) return <p className="note">{t('progress.none')}</p>;
  const nameOf = ({ key, name, detail }: ProgressRow) => {
    if (name) return [text(name), detail].filter(Boolean).join(' ');
    if (key === 'none') return t('progress.untaken');
    return detail ?? key.replace('/', ' – ');
  };
  const whole: ProgressRow = { key: '', name: null, detail: t('progress.total'), figures: progress.total };
  const rows = progress.rows.length > 1 ? [...progress.rows, whole] : progress.rows;
  const columns: Column<ProgressRow>[] = [
    { name: t(`progress.group.${by}`), cell: nameOf },
    ...FIGURES.map((figure): Column<ProgressRow> => ({
      name: t(`progress.${figure}`),
      number: true,
      mark: ({ figures }) => (figure === 'overdue' && figures.overdue > 0 ? 'report-late' : null),
      cell: (row) => {
        const count = row.figures[figure];
        if (count === 0) return 0;
        return (
          <Button
            type="link"
            size="small"
            className="report-number"
            aria-label={`${nameOf(row)}，${t(`progress.${figure}`)}：${number(count)}`}
            onClick={() => setOpened({ row: row === whole ? null : row, figure })}
          >
            {number(count)}
          </Button>
        );
      },
    })),
  ];
  return (
    <>
      <ScrollPane name={t('progress.title')} className="report-scroll">
        <DataTable caption={t('progress.title')} columns={columns} rows={rows} keyOf={({ key }) => key} />
      </ScrollPane>
      {opened && (
        <ProgressLegsDialog
          title={`${opened.row ? nameOf(opened.row) : t('progress.total')} · ${t(`progress.${opened.figure}`)}`}
          query={{ by, ...days, figure: opened.figure, ...(opened.row && { key: opened.row.key }) }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

type Leg = ProgressLegs['items'][number];

/** The calls that a number of the progress counts; each opens. */
function ProgressLegsDialog(props: { title: string; query: ProgressLegsQuery; onClose: () => void }) {
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
