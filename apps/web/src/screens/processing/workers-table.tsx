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
  const columns = ['worker', 'host', 'version', 'started', 'heartbeat', 'doing'] as const;
  return (
    <BoardTable
      title={t('processing.workersTitle')}
      none={t('processing.workersNone')}
      columns={columns.map((column) => ({ name: t(`processing.columns.${column}`) }))}
      rows={workers.map((worker) => ({
        key: worker.workerId,
        cells: [
          { content: <span className="mono">{worker.workerId.slice(-6)}</span> },
          { content: <span className="mono">{worker.host}</span> },
          { content: worker.version },
          { content: format.dateTime(worker.startedAt) },
          { content: format.time(worker.heartbeatAt, true) },
          { content: worker.silent ? <b className="grave">{t('processing.silent')}</b> : doing(worker.running) },
        ],
      }))}
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
