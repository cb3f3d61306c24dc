import type { ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { BoardTable, type BoardCell } from './board-table.js';
import { useJobName } from './use-names.js';

/** What is to be done, being done, and was done in the last hour. */
export function JobsTable({ jobs }: { jobs: ProcessingBoard['jobs'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const jobName = useJobName();
  const count = (n: number): BoardCell => ({ content: format.number(n), quiet: n === 0 });
  const columns = ['due', 'oldest', 'running', 'retrying', 'failed', 'done'] as const;
  return (
    <BoardTable
      title={t('processing.jobsTitle')}
      none=""
      columns={[
        { name: t('processing.columns.job') },
        ...columns.map((column) => ({ name: t(`processing.columns.${column}`), number: true })),
      ]}
      rows={jobs.map((job) => ({
        key: job.job,
        cells: [
          { content: jobName(job.job) },
          count(job.due),
          {
            content: job.oldestDueSeconds === null ? '–' : format.duration(job.oldestDueSeconds * 1000),
            quiet: job.oldestDueSeconds === null,
          },
          ...[job.running, job.retrying, job.failed, job.doneLastHour].map(count),
        ],
      }))}
    />
  );
}
