import { DisconnectOutlined } from '@ant-design/icons';
import { LISTED_STAGES, type ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { usePush } from '../../data/push.js';
import { useProcessingBoard } from '../../data/processing.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AlarmList } from './alarm-list.js';
import { AttentionTable } from './attention-table.js';
import { EnginesTable, BoardTable, useJobName, useKindName, JobsTable, WorkersTable } from './board-tables.js';
import { PartsList } from './parts-list.js';
import { SchedulesTable } from './schedules-table.js';
import { STUCK_AFTER_SECONDS } from './alarms.rules.js';
import { Why } from '../../components/why.js';
import { inUnits } from './bytes.rules.js';
import './processing.css';

/** How processing stands: first what needs a person, then everything else in grey. */
export function ProcessingScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('processing.read');
  const board = useProcessingBoard(may);
  // That the whole server is away is said above every screen.
  const live = usePush();
  return (
    // It scrolls, so that a keyboard must be able to reach it.
    <section className="processing fills on-surface relative" tabIndex={0} aria-label={t('processing.title')}>
      <header className="processing-head flex at-base gap-3 padded-thin">
        <h1>{t('processing.title')}</h1>
        {board.data && <small>{t('processing.asOf', { time: format.time(board.data.at, true) })}</small>}
      </header>
      {!may && <p className="note">{t('processing.noPermission')}</p>}
      {may && !board.data && board.isError && <Failed of={board} />}
      {may && !board.data && !board.isError && <BoardSkeleton />}
      {board.data && board.isError && live.status !== 'lost' && (
        <p className="stale" role="status">
          <DisconnectOutlined />
          {t('processing.stale', { time: format.time(board.data.at, true) })}
        </p>
      )}
      {board.data && <Board board={board.data} />}
    </section>
  );
}

function Board({ board }: { board: ProcessingBoard }) {
  return (
    <>
      <OldestDue oldest={board.oldestDue} />
      <AlarmList board={board} />
      <AttentionTable groups={board.attention} />
      <StageStrip stages={board.stages} />
      <HearingLine hearing={board.hearing} />
      <JobsTable jobs={board.jobs} />
      <SchedulesTable schedules={board.schedules} />
      <WorkersTable workers={board.workers} />
      <EnginesTable workers={board.workers} />
      <PartsList parts={board.parts} />
      <StorageTable kinds={board.storage} />
    </>
  );
}

function BoardSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="grid gap-4 padded" aria-busy="true">
      <span className="seen-by-readers-only" role="status">
        {t('processing.reading')}
      </span>
      {[60, 40, 80, 70, 75, 50].map((width, i) => (
        <span key={i} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** How long recognition needs for what waits, and whether this machine keeps up with what comes. */
function HearingLine({ hearing }: { hearing: ProcessingBoard['hearing'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (hearing === null) return null;
  const { recordings, waitingMs, endsInSeconds, perHourMs, busiestHourMs, keepsUp } = hearing;
  return (
    <p
      className={`hearing-line dense soft padded-thin ${keepsUp ? '' : 'behind'}`}
      role={keepsUp ? undefined : 'status'}
    >
      {recordings === 0
        ? t('processing.hearing.idle')
        : t('processing.hearing.waiting', {
            count: recordings,
            sound: format.duration(waitingMs),
            rest: format.duration(endsInSeconds * 1000),
          })}{' '}
      {t(keepsUp ? 'processing.hearing.keepsUp' : 'processing.hearing.behind', {
        capacity: format.duration(perHourMs),
        busiest: format.duration(busiestHourMs),
      })}
    </p>
  );
}

/** The one figure that matters: how long the oldest due work has waited. */
function OldestDue({ oldest }: { oldest: ProcessingBoard['oldestDue'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const jobName = useJobName();
  const grave = oldest !== null && oldest.seconds >= STUCK_AFTER_SECONDS;
  return (
    <p className={`oldest-due dense flex at-base gap-2 soft padded-thin ${grave ? 'grave' : ''}`}>
      <span>{t('processing.oldest')}</span>
      {oldest && <b>{format.duration(oldest.seconds * 1000)}</b>}
      <span>{oldest ? jobName(oldest.job) : t('processing.oldestNone')}</span>
      <Why of="oldestDue" name={t('processing.oldest')} />
    </p>
  );
}

/** How many calls are at each stage, in the order of the journey. */
function StageStrip({ stages }: { stages: ProcessingBoard['stages'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countOf = (stage: string) => stages.find((row) => row.stage === stage)?.calls ?? 0;
  return (
    <section className="board-part admin-section dense">
      <h2>
        {t('processing.stagesTitle')} <Why of="stages" name={t('processing.stagesTitle')} />
      </h2>
      <dl className="stage-strip flex wraps gap-6">
        {LISTED_STAGES.map((stage) => (
          <div key={stage} className={countOf(stage) === 0 ? 'quiet' : ''}>
            <dt className="label">{t(`stage.${stage}`)}</dt>
            <dd>{format.number(countOf(stage))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What is kept, by kind. */
function StorageTable({ kinds }: { kinds: ProcessingBoard['storage'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useKindName();
  return (
    <BoardTable
      title={t('processing.storageTitle')}
      why="storage"
      none={t('processing.storageNone')}
      columns={[
        { name: t('processing.columns.kind'), cell: ({ kind }) => nameOf(kind) },
        {
          name: t('processing.columns.objects'),
          number: true,
          cell: ({ objects }) => format.number(objects),
          by: ({ objects }) => objects,
        },
        {
          name: t('processing.columns.bytes'),
          number: true,
          cell: ({ bytes }) => inUnits(bytes, format.number),
          by: ({ bytes }) => bytes,
        },
      ]}
      rows={kinds}
      keyOf={({ kind }) => kind}
    />
  );
}
