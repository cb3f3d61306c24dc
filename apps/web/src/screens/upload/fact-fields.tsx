import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';

/** Facts that only the telephone system or a person knows. */
export const FACTS = {
  transfer: ['none', 'warm', 'blind'],
  hangupParty: ['customer', 'agent', 'system'],
} as const;
export type Fact = keyof typeof FACTS;

interface Props {
  fact: Fact;
  id?: string;
  label?: string;
  size?: 'small' | 'middle';
  /** Empty or `unknown`: it is not known, and what rests on it is not counted. */
  value: string;
  onChange: (value: string) => void;
}

export function FactSelect({ fact, id, label, size = 'middle', value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      size={size}
      popupMatchSelectWidth={false}
      value={value === '' ? 'unknown' : value}
      options={[
        { value: 'unknown', label: t('upload.notKnown') },
        ...FACTS[fact].map((one) => ({ value: one as string, label: t(`upload.fact.${fact}.${one}` as never) })),
      ]}
      onChange={onChange}
    />
  );
}
