import type { ChecklistLibrary } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../format/use-format.js';

/** The company's checklists that came from an entry, and which of them came from an earlier version of it. */
export function Taken({ entry: { taken, version } }: { entry: ChecklistLibrary['entries'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (taken.length === 0) return null;
  return (
    <ul className="library-taken">
      {taken.map((one) => (
        <li key={one.checklistId}>
          <Link to={`/checklists/${one.checklistId}`}>{format.text(one.title)}</Link>{' '}
          {t('checklistLibrary.from', { version: one.version })}
          {one.version < version && <span className="admin-tag">{t('checklistLibrary.newer', { version })}</span>}
        </li>
      ))}
    </ul>
  );
}
