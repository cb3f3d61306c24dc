import type { Language } from '#contracts';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { RegionField } from '../../components/region-field.js';
import { countryOf, regionName } from '../../components/regions.js';
import { useLanguage } from '../../format/use-format.js';
import { ClockField } from './clock-field.js';
import { type PartProps, TIME_ZONES } from './part-props.js';

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
        <Field htmlFor="company-region" label={t('company.region')} hint={t('company.regionHint')}>
          <RegionField
            id="company-region"
            mayBeEmpty
            value={profile.region ?? ''}
            onChange={(region) => change({ region: region === '' ? undefined : region })}
          />
        </Field>
        <Field htmlFor="company-language" label={t('company.language')} hint={t('company.languageHint')}>
          <Select
            id="company-language"
            allowClear
            value={profile.language ?? null}
            placeholder={t('region.choose')}
            options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`person.languages.${value}`) }))}
            onChange={(language: Language | null | undefined) => change({ language: language ?? undefined })}
          />
        </Field>
      </div>
      <Proposals profile={profile} change={change} />
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

/** What this browser's clock makes likely: to be taken or left, never filled in by itself, for the region decides which consent a call needs. */
function Proposals({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const moves = here !== profile.timeZone && TIME_ZONES.some(({ value }) => value === here);
  const country = profile.region === undefined ? countryOf(profile.timeZone) : null;
  if (!moves && country === null) return null;
  return (
    <Acts>
      {moves && <Button onClick={() => change({ timeZone: here })}>{t('company.useZone', { zone: here })}</Button>}
      {country !== null && (
        <Button onClick={() => change({ region: country })}>
          {t('company.useRegion', { region: regionName(country, language), zone: profile.timeZone })}
        </Button>
      )}
    </Acts>
  );
}
