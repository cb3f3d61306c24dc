import type { ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { Column } from '../../components/data-table.js';
import { BoardTable } from './board-table.js';
import { useJobName } from './use-names.js';

type Job = ProcessingBoard['jobs'][number];
const COUNTS = ['due', 'running', 'retrying', 'failed', 'done'] as const;

/** What is to be done, being done, and was done in the last hour. */
export function JobsTable({ jobs }: { jobs: ProcessingBoard['jobs'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const jobName = useJobName();
  const name = (column: 'job' | (typeof COUNTS)[number] | 'oldest') => t(`processing.columns.${column}`);
  const count = (column: (typeof COUNTS)[number]): Column<Job> => ({
    name: name(column),
    number: true,
    cell: (job) => format.number(counted(job, column)),
    by: (job) => counted(job, column),
    quiet: (job) => counted(job, column) === 0,
  });
  const [due, ...others] = COUNTS.map(count);
  return (
    <BoardTable
      title={t('processing.jobsTitle')}
      why="jobs"
      none=""
      columns={[
        { name: name('job'), cell: ({ job }) => jobName(job) },
        ...(due ? [due] : []),
        {
          name: name('oldest'),
          number: true,
          cell: ({ oldestDueSeconds: seconds }) => (seconds === null ? '–' : format.duration(seconds * 1000)),
          by: ({ oldestDueSeconds }) => oldestDueSeconds,
          quiet: ({ oldestDueSeconds }) => oldestDueSeconds === null,
        },
        ...others,
      ]}
      rows={jobs}
      keyOf={({ job }) => job}
    />
  );
}

const counted = ({ doneLastHour, ...job }: Job, column: (typeof COUNTS)[number]): number =>
  column === 'done' ? doneLastHour : job[column];
