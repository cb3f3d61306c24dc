import { useTranslation } from 'react-i18next';
import { stringify } from 'yaml';

/** What the form has no field for: shown as it is, and kept. */
export function Kept({ value }: { value: object }) {
  const { t } = useTranslation();
  if (Object.keys(value).length === 0) return null;
  return (
    <div className="sentence-kept">
      <small>{t('checklists.keptAsIs')}</small>
      <pre className="checklist-yaml">{stringify(value, { lineWidth: 100, aliasDuplicateObjects: false }).trim()}</pre>
    </div>
  );
}
