import type { QuietHours } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { RegionField } from '../../components/region-field.js';
import { ClockField } from './clock-field.js';
import { type PartProps, TIME_ZONES } from './part-props.js';

/** When customers of a region are left alone. */
export function QuietHoursSection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const all = profile.quietHours ?? [];
  const set = (index: number, hours: Partial<QuietHours>) =>
    change({ quietHours: all.map((before, i) => (i === index ? { ...before, ...hours } : before)) });
  const add = () =>
    change({
      quietHours: [...all, { region: profile.region ?? '', timeZone: profile.timeZone, from: '21:00', to: '08:00' }],
    });
  return (
    <section className="admin-section">
      <h2>{t('company.quietHours')}</h2>
      <p className="admin-hint">{t('company.quietHint')}</p>
      {all.map((hours, index) => (
        <div key={index} className="admin-row" role="group" aria-label={`${t('company.quietHours')} ${hours.region}`}>
          <Field htmlFor={`quiet-region-${index}`} label={t('company.region')}>
            <RegionField
              id={`quiet-region-${index}`}
              value={hours.region}
              onChange={(region) => set(index, { region })}
            />
          </Field>
          <Field htmlFor={`quiet-zone-${index}`} label={t('company.timeZone')}>
            <Select
              id={`quiet-zone-${index}`}
              showSearch
              value={hours.timeZone}
              options={TIME_ZONES}
              style={{ width: 220 }}
              onChange={(timeZone: string) => set(index, { timeZone })}
            />
          </Field>
          <ClockField label={t('company.from')} value={hours.from} onChange={(from) => set(index, { from })} />
          <ClockField label={t('company.to')} value={hours.to} onChange={(to) => set(index, { to })} />
          <Button
            aria-label={t('company.removeQuiet', { region: hours.region })}
            onClick={() => change({ quietHours: all.filter((_, i) => i !== index) })}
          >
            {t('admin.remove')}
          </Button>
        </div>
      ))}
      <Acts>
        <Button onClick={add}>{t('company.addQuiet')}</Button>
      </Acts>
    </section>
  );
}
