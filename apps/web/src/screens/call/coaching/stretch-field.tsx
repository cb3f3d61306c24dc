import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import './add-to-coaching.css';

/** Where a stretch begins and ends, in milliseconds; null while one is not there. */
interface Stretch {
  fromMs: number | null;
  toMs: number | null;
}

interface Props {
  value: Stretch;
  durationMs: number | null;
  onChange: (to: Partial<Stretch>) => void;
}

/** A stretch of a recording, asked for in seconds. */
export function StretchField({ value: { fromMs, toMs }, durationMs, onChange }: Props) {
  const { t } = useTranslation();
  const end = (of: keyof Stretch, label: string, value: number | null, min: number) => (
    <>
      {label}
      <InputNumber
        aria-label={label}
        min={min}
        {...(durationMs !== null && { max: durationMs / 1000 })}
        step={0.5}
        value={value === null ? null : Math.round(value / 100) / 10}
        onChange={(to) => onChange({ [of]: to === null ? null : Math.round(to * 1000) })}
      />
    </>
  );
  return (
    <div className="coaching-stretch">
      {end('fromMs', t('coaching.add.from'), fromMs, 0)}
      {end('toMs', t('coaching.add.to'), toMs, (fromMs ?? 0) / 1000)}
      {t('coaching.add.seconds')}
    </div>
  );
}
