import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Field } from '../../components/admin-page.js';
import { regionName } from '../../components/regions.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import type { PartProps } from './part-props.js';
import { usualCadence } from './ring-cadence.rules.js';

type Typed = { onSeconds: number | null; offSeconds: number | null };

/** How the company's telephones ring, and what "within three rings" comes to. Nothing is counted by rings until it is said. */
export function RingingSection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const cadence = profile.ringCadence;
  const [half, setHalf] = useState<Typed>({ onSeconds: null, offSeconds: null });
  const { onSeconds, offSeconds } = cadence ?? half;
  const set = (part: keyof Typed, value: number | null) => {
    const next = { onSeconds, offSeconds, [part]: value };
    setHalf(next);
    const whole = next.onSeconds !== null && next.offSeconds !== null;
    change({ ringCadence: whole ? { onSeconds: next.onSeconds!, offSeconds: next.offSeconds! } : undefined });
  };
  const ring = cadence ? cadence.onSeconds + cadence.offSeconds : null;
  const usual = cadence ? null : usualCadence(profile.region);
  return (
    <section className="admin-section">
      <h2>{t('company.ringing')}</h2>
      <div className="admin-fields">
        {(['onSeconds', 'offSeconds'] as const).map((part) => (
          <Field key={part} htmlFor={part} label={t(`company.${part}`)}>
            <InputNumber
              id={part}
              min={0.1}
              max={20}
              step={0.5}
              value={cadence?.[part] ?? half[part]}
              onChange={(value) => set(part, value)}
            />
          </Field>
        ))}
      </div>
      <p className="admin-hint">
        {ring === null
          ? t('company.noCadence')
          : t('company.threeRings', { ring: format.number(ring), limit: format.number(ring * 3) })}
      </p>
      {usual && (
        <Acts>
          <Button onClick={() => change({ ringCadence: usual })}>
            {t('company.useCadence', {
              region: regionName(profile.region ?? '', language),
              on: format.number(usual.onSeconds),
              off: format.number(usual.offSeconds),
            })}
          </Button>
        </Acts>
      )}
    </section>
  );
}
