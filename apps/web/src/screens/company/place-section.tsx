import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { ClockField } from './clock-field.js';
import type { PartProps } from './part-props.js';
import { TIME_ZONES } from './time-zones.js';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const OFFICE = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

/** The site's zone and working hours. */
export function PlaceSection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const hours = profile.workingHours;
  return (
    <section className="admin-section">
      <h2>{t('company.place')}</h2>
      <div className="admin-fields">
        <Field htmlFor="time-zone" label={t('company.timeZone')} hint={t('company.timeZoneHint')}>
          <Select
            id="time-zone"
            showSearch
            value={profile.timeZone}
            options={TIME_ZONES}
            onChange={(timeZone: string) => change({ timeZone })}
          />
        </Field>
      </div>
      <Acts>
        <Checkbox
          checked={hours !== undefined}
          onChange={({ target }) => change({ workingHours: target.checked ? OFFICE : undefined })}
        >
          {t('company.limitHours')}
        </Checkbox>
      </Acts>
      {hours && (
        <div className="admin-row" role="group" aria-label={t('company.workingHours')}>
          <Checkbox.Group
            value={hours.weekdays}
            options={WEEKDAYS.map((day) => ({ value: day, label: t(`company.weekday.d${day}`) }))}
            onChange={(days) =>
              days.length > 0 && change({ workingHours: { ...hours, weekdays: days.map(Number).sort() } })
            }
          />
          <ClockField
            label={t('company.from')}
            value={hours.from}
            onChange={(from) => change({ workingHours: { ...hours, from } })}
          />
          <ClockField
            label={t('company.to')}
            value={hours.to}
            onChange={(to) => change({ workingHours: { ...hours, to } })}
          />
        </div>
      )}
    </section>
  );
}
