import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { useFormat } from '../../format/use-format.js';
import { uploadRoutes } from '#contracts';
import { UPLOAD_FORM } from '../../data/areas.js';
import { useRead } from '../../data/queries.js';

/** What uploads begin with, and people for whom one may send calls in, by part of a name or of a staff number. */
export const useUploadForm = (q = '') =>
  useRead([...UPLOAD_FORM, q], uploadRoutes.form, { query: { q } }, { placeholderData: (before) => before });

interface Props {
  id: string;
  /** A staff number; empty: no one is chosen. */
  value: string;
  placeholder?: string;
  onChange: (staffNumber: string) => void;
}

/** One of the people for whom one may send calls in, found by name or staff number. */
export function AgentField({ id, value, placeholder, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [sought, setSought] = useState('');
  const { data } = useUploadForm(sought.trim());
  const options = (data?.agents ?? []).map(({ staffNumber, name, team }) => ({
    value: staffNumber,
    label: `${format.text(name)} ${staffNumber} ${format.text(team)}`,
  }));
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setSought }}
      allowClear
      popupMatchSelectWidth={false}
      placeholder={placeholder ?? t('upload.agentChoose')}
      notFoundContent={data && t(sought === '' ? 'upload.agentNobody' : 'upload.agentNotFound')}
      value={value === '' ? null : value}
      options={options}
      onChange={(staffNumber: string | null | undefined) => onChange(staffNumber ?? '')}
    />
  );
}
