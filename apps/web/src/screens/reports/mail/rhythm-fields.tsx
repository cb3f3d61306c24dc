import { reportPeriodSchema, type ReportRhythm } from '#contracts';
import { Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/admin-page.js';
import { Select } from '../../../components/opened/select.js';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));
/** Every month has them. */
const DAYS = Array.from({ length: 28 }, (_, at) => ({ value: at + 1, label: String(at + 1) }));

/** How often it is sent, on which day and at which hour, by the clock of the site. */
export function RhythmFields({ value, set }: { value: ReportRhythm; set: (to: ReportRhythm) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { period, weekday, monthDay, hour } = value;
  return (
    <>
      <Field label={t('reportMail.form.period')} htmlFor={`${id}period`}>
        <Segmented
          id={`${id}period`}
          aria-label={t('reportMail.form.period')}
          value={period}
          onChange={(to) =>
            set({ period: to, weekday: to === 'week' ? 1 : null, monthDay: to === 'month' ? 1 : null, hour })
          }
          options={reportPeriodSchema.options.map((one) => ({ value: one, label: t(`reportMail.period.${one}`) }))}
        />
      </Field>
      <div className="admin-row">
        {period === 'week' && (
          <Field label={t('reportMail.form.weekday')} htmlFor={`${id}weekday`}>
            <Select
              id={`${id}weekday`}
              value={String(weekday) as (typeof WEEKDAYS)[number]}
              onChange={(day) => set({ ...value, weekday: Number(day) })}
              options={WEEKDAYS.map((day) => ({ value: day, label: t(`calls.weekday.d${day}`) }))}
            />
          </Field>
        )}
        {period === 'month' && (
          <Field label={t('reportMail.form.monthDay')} htmlFor={`${id}day`}>
            <Select
              id={`${id}day`}
              value={monthDay ?? 1}
              onChange={(day) => set({ ...value, monthDay: day })}
              options={DAYS}
            />
          </Field>
        )}
        <Field label={t('reportMail.form.hour')} htmlFor={`${id}hour`}>
          <Select id={`${id}hour`} value={hour} onChange={(to) => set({ ...value, hour: to })} options={HOURS} />
        </Field>
      </div>
    </>
  );
}
