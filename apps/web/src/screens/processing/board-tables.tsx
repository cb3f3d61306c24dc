import { type JobName, JOBS, type ProcessingBoard, type WorkerPresence } from '#contracts';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.js';
import type { Figure } from '../../components/opened/guides.js';
import { Why } from '../../components/why.js';
import { useFormat } from '../../format/use-format.js';

type Engine = WorkerPresence['engines'][number];

/** One engine over all workers: it can be there on one and missing on another. */
interface SpreadEngine extends Engine {
  /** Workers on which it can start, of those that answer. */
  on: number;
  of: number;
}

/** Engines by name; what a worker says where it is available wins over what one says where it is not. */
function spreadEngines(workers: readonly WorkerPresence[]): SpreadEngine[] {
  const alive = workers.filter(({ silent }) => !silent);
  const found = new Map<string, SpreadEngine>();
  for (const engine of alive.flatMap(({ engines }) => engines)) {
    const before = found.get(engine.name);
    const on = (before?.on ?? 0) + (engine.available ? 1 : 0);
    const said = before?.available ? before : engine;
    found.set(engine.name, { ...said, on, of: alive.length });
  }
  return [...found.values()];
}

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

/** What can transcribe, and the language model that may judge, as the workers report it. */
export function EnginesTable({ workers }: { workers: readonly WorkerPresence[] }) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  return (
    <BoardTable
      title={t('processing.enginesTitle')}
      none={t('processing.enginesNone')}
      columns={[
        { name: t('processing.columns.engine'), cell: ({ name }) => <span className="mono">{name}</span> },
        { name: t('processing.columns.version'), cell: ({ version }) => version },
        {
          name: t('processing.columns.languages'),
          cell: ({ languages }) =>
            languages.length === 0 ? t('processing.noLanguages') : languages.map(languageName).join(' '),
          quiet: ({ languages }) => languages.length === 0,
        },
        { name: t('processing.columns.worker'), cell: (engine) => `${engine.on} / ${engine.of}` },
        { name: t('processing.columns.state'), cell: (engine) => <EngineState engine={engine} /> },
      ]}
      rows={spreadEngines(workers)}
      keyOf={({ name }) => name}
    />
  );
}

function EngineState({ engine }: { engine: SpreadEngine }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!engine.available)
    return (
      <>
        {t('processing.engineAway')}
        {engine.advice && <small>{format.text(engine.advice)}</small>}
      </>
    );
  if (!engine.enabled) return t('processing.engineUnused');
  return engine.production ? t('processing.engineAvailable') : t('processing.engineDemo');
}

interface Props<T> {
  title: string;
  /** What explains its figures. */
  why?: Figure;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** What is shown in place of the rows when there are none. */
  none: string;
}

/** A part of the board: a table that becomes one block for each row where there is no room beside each other. */
export function BoardTable<T>({ title, why, none, columns, ...table }: Props<T>) {
  // Every cell but the first, which says whose row it is, needs the name of its column where a row is a block.
  const named = columns.map((column, at) => ({ named: at > 0, ...column }));
  return (
    <section className="board-part admin-section dense">
      <h2>
        {title} {why && <Why of={why} name={title} />}
      </h2>
      {table.rows.length === 0 ? <p className="quiet">{none}</p> : <DataTable {...table} columns={named} />}
    </section>
  );
}

const LANGUAGES = ['zh', 'en', 'yue', 'ja', 'ko'] as const;
const KINDS = [
  ...(['original', 'rendition', 'peaks', 'masked-rendition', 'masked-peaks'] as const),
  ...(['transcript', 'transcript-chunk', 'provided-words', 'acts'] as const),
] as const;

const among = <T extends string>(known: readonly T[], name: string): T | undefined => known.find((one) => one === name);

/** What a job is called on the screen; one that this page does not know yet keeps its own name. */
export function useJobName(): (job: string) => string {
  const { text } = useFormat();
  return (job) => (job in JOBS ? text(JOBS[job as JobName].words) : job);
}

/** The same for languages of engines, of which there are more than the product's own. */
export function useLanguageName(): (language: string) => string {
  const { t } = useTranslation();
  return (language) => {
    const known = among(LANGUAGES, language);
    return known ? t(`processing.language.${known}`) : language;
  };
}

/** The same for what is stored. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = among(KINDS, kind);
    return known ? t(`processing.kind.${known}`) : kind;
  };
}
