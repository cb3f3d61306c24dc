import type { WorkerPresence } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { BoardTable } from './board-table.js';
import { useJobName } from './use-names.js';

/** Every worker process that reported lately. */
export function WorkersTable({ workers }: { workers: readonly WorkerPresence[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const doing = useDoing();
  return (
    <BoardTable
      title={t('processing.workersTitle')}
      none={t('processing.workersNone')}
      columns={[
        {
          name: t('processing.columns.worker'),
          cell: ({ workerId }) => <span className="mono">{workerId.slice(-6)}</span>,
        },
        { name: t('processing.columns.host'), cell: ({ host }) => <span className="mono">{host}</span> },
        { name: t('processing.columns.version'), cell: ({ version }) => version },
        { name: t('processing.columns.started'), cell: ({ startedAt }) => format.dateTime(startedAt) },
        { name: t('processing.columns.heartbeat'), cell: ({ heartbeatAt }) => format.time(heartbeatAt, true) },
        {
          name: t('processing.columns.doing'),
          cell: ({ silent, running }) => (silent ? <b className="grave">{t('processing.silent')}</b> : doing(running)),
        },
      ]}
      rows={workers}
      keyOf={({ workerId }) => workerId}
    />
  );
}

function useDoing(): (running: WorkerPresence['running']) => React.ReactNode {
  const { t } = useTranslation();
  const jobName = useJobName();
  return (running) => {
    const jobs = Object.entries(running);
    if (jobs.length === 0) return <span className="quiet">{t('processing.idle')}</span>;
    return (
      <span className="ruled">
        {jobs.map(([job, count]) => (
          <span key={job}>{t('processing.runs', { job: jobName(job), count })}</span>
        ))}
      </span>
    );
  };
}
