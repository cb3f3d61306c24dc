import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import './add-to-coaching.css';

/** From and to, in seconds; null while one is not there. */
export type Stretch = [from: number | null, to: number | null];

export const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 100) / 10);
export const milliseconds = (value: number): number => Math.round(value * 1000);

interface Props {
  value: Stretch;
  durationMs: number | null;
  onChange: (to: Stretch) => void;
}

/** A stretch of a recording, in seconds. */
export function StretchField({ value: [from, to], durationMs, onChange }: Props) {
  const { t } = useTranslation();
  const longest = durationMs === null ? {} : { max: durationMs / 1000 };
  return (
    <div className="coaching-stretch">
      {t('coaching.add.from')}
      <InputNumber
        aria-label={t('coaching.add.from')}
        min={0}
        {...longest}
        step={0.5}
        value={from}
        onChange={(value) => onChange([value, to])}
      />
      {t('coaching.add.to')}
      <InputNumber
        aria-label={t('coaching.add.to')}
        min={from ?? 0}
        {...longest}
        step={0.5}
        value={to}
        onChange={(value) => onChange([from, value])}
      />
      {t('coaching.add.seconds')}
    </div>
  );
}
