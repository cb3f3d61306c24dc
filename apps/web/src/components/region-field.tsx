import { regionSchema } from '#contracts';
import { type AriaAttributes, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../format/use-format.js';
import { Select } from './opened/select.js';
import { countries, regionName } from './regions.js';

interface Props extends AriaAttributes {
  id: string;
  /** Empty: not chosen. */
  value: string;
  onChange: (region: string) => void;
  mayBeEmpty?: boolean;
}

/** A country by its name or code; a state of one is typed, as `US-CA`. */
export function RegionField({ value, onChange, mayBeEmpty = false, ...field }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = useMemo(() => countries(language), [language]);
  const [sought, setSought] = useState('');
  const typed = regionSchema.safeParse(sought.trim().toUpperCase()).data;
  const more = [typed, value].filter((code) => code && !known.some((one) => one.value === code)) as string[];
  const extra = [...new Set(more)].map((code) => ({ value: code, label: regionName(code, language) }));
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label', onSearch: setSought }}
      allowClear={mayBeEmpty}
      placeholder={t('region.choose')}
      value={value === '' ? null : value}
      options={[...extra, ...known]}
      onChange={(region: string | null | undefined) => onChange(region ?? '')}
    />
  );
}
