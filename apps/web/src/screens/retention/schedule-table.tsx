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
        className="retention-rules"
        rows={[...inOrder(schedule), null]}
        keyOf={(rule) => String(rule?.order ?? 'default')}
        columns={[
          { name: t('retention.column.order'), cell: (rule) => rule?.order ?? schedule.rules.length + 1 },
          { name: t('retention.column.when'), cell: (rule) => (rule ? words.when(rule.when) : t('retention.default')) },
          {
            name: t('retention.column.keep'),
            why: 'kept',
            cell: (rule) => words.keep((rule ?? { keep: schedule.default }).keep),
          },
          { name: t('retention.column.why'), cell: (rule) => (rule ? words.why(rule) : t('retention.whyDefault')) },
        ]}
      />
      <p className="admin-hint">
        {graceDays === 0 ? t('retention.noGrace') : t('retention.graceDays', { count: graceDays })}
      </p>
    </>
  );
}
