import { DisconnectOutlined } from '@ant-design/icons';
import type { ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useLive } from '../../data/live.js';
import { useProcessingBoard } from '../../data/processing.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AlarmList } from './alarm-list.js';
import { AttentionTable } from './attention-table.js';
import { EnginesTable } from './engines-table.js';
import { HearingLine } from './hearing-line.js';
import { JobsTable } from './jobs-table.js';
import { OldestDue } from './oldest-due.js';
import { PartsList } from './parts-list.js';
import { SchedulesTable } from './schedules-table.js';
import { StageStrip } from './stage-strip.js';
import { StorageTable } from './storage-table.js';
import { WorkersTable } from './workers-table.js';
import './processing.css';

/** How processing stands: first what needs a person, then everything else in grey. */
export function ProcessingScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('processing.read');
  const board = useProcessingBoard(may);
  // That the whole server is away is said above every screen.
  const live = useLive();
  return (
    // It scrolls, so that a keyboard must be able to reach it.
    <section className="processing" tabIndex={0} aria-label={t('processing.title')}>
      <header className="processing-head">
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
    <div className="processing-skeleton" aria-busy="true">
      <span className="seen-by-readers-only" role="status">
        {t('processing.reading')}
      </span>
      {[60, 40, 80, 70, 75, 50].map((width, i) => (
        <span key={i} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
