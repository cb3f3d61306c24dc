import { companyProfileSchema, type QuietHours } from '#contracts';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { FormPart } from '../../components/dialogs.js';
import { RegionField } from '../../components/region-field.js';
import { countryOf, regionName } from '../../components/regions.js';
import { useLanguage } from '../../format/use-format.js';
import { useId, useState } from 'react';
import { type PartProps, TIME_ZONES } from './profile-sections.js';

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
        <FormPart
          body={companyProfileSchema}
          value={profile}
          onChange={change}
          fields={[
            {
              of: 'timeZone',
              as: 'choice',
              label: t('company.timeZone'),
              hint: t('company.timeZoneHint'),
              control: { showSearch: true },
              options: TIME_ZONES,
            },
            {
              of: 'region',
              label: t('company.region'),
              hint: t('company.regionHint'),
              draw: ({ value, onChange, ...field }) => (
                <RegionField
                  {...field}
                  mayBeEmpty
                  value={value ?? ''}
                  onChange={(region) => onChange(region || undefined)}
                />
              ),
            },
            {
              of: 'language',
              label: t('company.language'),
              hint: t('company.languageHint'),
              control: { allowClear: true },
              placeholder: t('region.choose'),
              words: (one) => t(`person.languages.${one}`),
            },
          ]}
        />
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

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day on a clock of 24 hours, in every browser and locale. What is no time is marked and not passed on. */
export function ClockField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(props.value);
  const shown = CLOCK.test(typed) ? props.value : typed;
  const type = (text: string) => {
    setTyped(text);
    if (CLOCK.test(text)) props.onChange(text);
  };
  return (
    <Field htmlFor={id} label={props.label}>
      <Input
        id={id}
        value={shown}
        placeholder="21:00"
        inputMode="numeric"
        maxLength={5}
        style={{ width: 90 }}
        status={CLOCK.test(shown) ? '' : 'error'}
        aria-invalid={!CLOCK.test(shown)}
        onChange={({ target }) => type(target.value.replace('：', ':'))}
      />
    </Field>
  );
}
