import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { useFormat } from '../../format/use-format.js';
import type { PartProps } from './part-props.js';

/** How the company's telephones ring, and what "within three rings" comes to. */
export function RingingSection({ profile, change }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { onSeconds, offSeconds } = profile.ringCadence;
  const set = (part: 'onSeconds' | 'offSeconds', value: number | null) => {
    if (value !== null) change({ ringCadence: { ...profile.ringCadence, [part]: value } });
  };
  const ring = onSeconds + offSeconds;
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
              value={profile.ringCadence[part]}
              onChange={(value) => set(part, value)}
            />
          </Field>
        ))}
      </div>
      <p className="admin-hint">
        {t('company.threeRings', { ring: format.number(ring), limit: format.number(ring * 3) })}
      </p>
    </section>
  );
}
