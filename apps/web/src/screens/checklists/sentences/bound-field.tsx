import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
}

/** One number for both languages, or, where it was written so, one for each: people speak more characters in a minute than words. */
export function BoundField({ label, value, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const number = (name: string, now: unknown, set: (value: number | null) => void) => (
    <InputNumber
      size="small"
      aria-label={name}
      className="sentence-number"
      min={0}
      placeholder="–"
      value={typeof now === 'number' ? now : null}
      disabled={disabled}
      onChange={set}
    />
  );
  if (typeof value !== 'object' || value === null) return number(label, value, (next) => onChange(next ?? undefined));
  const both = value as { zh: number; en: number };
  return (
    <>
      {t('checklists.languageZh')}{' '}
      {number(`${label} ${t('checklists.languageZh')}`, both.zh, (zh) => onChange({ ...both, zh: zh ?? 0 }))}{' '}
      {t('checklists.languageEn')}{' '}
      {number(`${label} ${t('checklists.languageEn')}`, both.en, (en) => onChange({ ...both, en: en ?? 0 }))}
    </>
  );
}
