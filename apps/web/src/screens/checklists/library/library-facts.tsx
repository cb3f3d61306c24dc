import type { ChecklistLibrary } from '#contracts';
import { useTranslation } from 'react-i18next';

/** Of how much an entry consists. */
export function Facts({
  entry: { version, items, totalWeight, critical, byPeople },
}: {
  entry: ChecklistLibrary['entries'][number];
}) {
  const { t } = useTranslation();
  const facts = [
    t('checklists.version', { version }),
    t('checklists.total', { count: items }),
    t('checklists.totalPoints', { count: totalWeight }),
    t('checklistLibrary.critical', { count: critical }),
    t('checklistLibrary.byPeople', { count: byPeople }),
  ];
  return <p className="admin-hint">{facts.join(' · ')}</p>;
}
