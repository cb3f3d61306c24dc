import { SCHEDULE_WORDS, type ProcessingBoard, type ScheduleView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { BoardTable } from './board-tables.js';

/** The schedules: when each last succeeded, how, and when it is due again. */
export function SchedulesTable({ schedules }: { schedules: ProcessingBoard['schedules'] }) {
  const { t } = useTranslation();
  const format = useFormat();
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
      columns={[
        { name: t('processing.columns.schedule'), cell: ({ name }) => format.text(SCHEDULE_WORDS[name]) },
        {
          name: t('processing.columns.every'),
          number: true,
          cell: ({ everySeconds }) => every(everySeconds),
          by: ({ everySeconds }) => everySeconds,
        },
        { name: t('processing.columns.state'), cell: (one) => <State one={one} /> },
        {
          name: t('processing.columns.lastSuccess'),
          cell: ({ lastSuccessAt: at }) => (at === null ? t('processing.neverYet') : time(at)),
          by: ({ lastSuccessAt }) => lastSuccessAt,
        },
        {
          name: t('processing.columns.took'),
          number: true,
          cell: ({ lastTookMs: ms }) => (ms === null ? NONE : format.measured(ms / 1000)),
          by: ({ lastTookMs }) => lastTookMs,
        },
        {
          name: t('processing.columns.count'),
          number: true,
          cell: ({ lastCount }) => (lastCount === null ? NONE : format.number(lastCount)),
          by: ({ lastCount }) => lastCount,
          quiet: ({ lastCount }) => !lastCount,
        },
        {
          name: t('processing.columns.nextDue'),
          cell: ({ nextDueAt }) => time(nextDueAt),
          by: ({ nextDueAt }) => nextDueAt,
        },
        {
          name: t('processing.columns.worker'),
          cell: ({ ledBy }) => <span className="mono">{ledBy?.slice(-6) ?? NONE}</span>,
        },
      ]}
      rows={schedules}
      keyOf={({ name }) => name}
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
