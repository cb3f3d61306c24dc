import type { RetentionSchedule, RetentionView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { inOrder } from './precedence.rules.js';
import { useScheduleWords } from './use-schedule-words.js';

interface Props {
  schedule: RetentionSchedule;
  clients: RetentionView['clients'];
}

/** A schedule in the order in which its rules win, and why each has its place. */
export function ScheduleTable({ schedule, clients }: Props) {
  const { t } = useTranslation();
  const words = useScheduleWords(clients);
  const { graceDays } = schedule;
  return (
    <>
      <DataTable
        head={(['order', 'when', 'keep', 'why'] as const).map((column) => t(`retention.column.${column}`))}
        className="retention-rules"
      >
        {inOrder(schedule).map((rule) => (
          <tr key={rule.order}>
            <td>{rule.order}</td>
            <td>{words.when(rule.when)}</td>
            <td>{words.keep(rule.keep)}</td>
            <td>{words.why(rule)}</td>
          </tr>
        ))}
        <tr>
          <td>{schedule.rules.length + 1}</td>
          <td>{t('retention.default')}</td>
          <td>{words.keep(schedule.default)}</td>
          <td>{t('retention.whyDefault')}</td>
        </tr>
      </DataTable>
      <p className="admin-hint">
        {graceDays === 0 ? t('retention.noGrace') : t('retention.graceDays', { count: graceDays })}
      </p>
    </>
  );
}
