import { SCHEDULE_WORDS, type ProcessingBoard, type ScheduleView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { BoardTable } from './board-table.js';

/** The schedules: when each last succeeded, how, and when it is due again. */
export function SchedulesTable({ schedules }: { schedules: ProcessingBoard['schedules'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['schedule', 'every', 'state', 'lastSuccess', 'took', 'count', 'nextDue', 'worker'] as const;
  const numbers: readonly string[] = ['every', 'took', 'count'];
  const every = (seconds: number) => {
    if (seconds === 0) return NONE;
    const days = seconds / 86_400;
    return Number.isInteger(days) ? t('processing.days', { count: days }) : format.duration(seconds * 1000);
  };
  const time = (at: string | null) => (at === null ? NONE : format.dateTime(at));
  return (
    <BoardTable
      title={t('processing.schedulesTitle')}
      none={t('processing.schedulesNone')}
      columns={columns.map((name) => ({ name: t(`processing.columns.${name}`), number: numbers.includes(name) }))}
      rows={schedules.map((one) => ({
        key: one.name,
        cells: [
          { content: format.text(SCHEDULE_WORDS[one.name]) },
          { content: every(one.everySeconds) },
          { content: <State one={one} /> },
          { content: one.lastSuccessAt === null ? t('processing.neverYet') : time(one.lastSuccessAt) },
          { content: one.lastTookMs === null ? NONE : format.measured(one.lastTookMs / 1000) },
          { content: one.lastCount === null ? NONE : format.number(one.lastCount), quiet: !one.lastCount },
          { content: time(one.nextDueAt) },
          { content: <span className="mono">{one.ledBy?.slice(-6) ?? NONE}</span> },
        ],
      }))}
    />
  );
}

const NONE = '–';

function State({ one }: { one: ScheduleView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { health, running, failures, lastFailureAt, lastFailureCode } = one;
  const ill = health === 'late' || health === 'failing';
  return (
    <>
      <span className={ill ? 'grave' : health === 'well' ? '' : 'quiet'}>
        {running ? t('processing.scheduleRuns') : t(`processing.schedule.${health}`)}
      </span>
      {running && ill && <small className="grave">{t(`processing.schedule.${health}`)}</small>}
      {failures > 0 && lastFailureAt !== null && (
        <small>
          {t('processing.scheduleFailed', {
            code: lastFailureCode,
            at: format.dateTime(lastFailureAt),
            count: failures,
          })}
        </small>
      )}
    </>
  );
}
