import { languageSchema, type ChecklistLibrary } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';

const RESTS_ON = ['fact', 'trusted', 'notYet', 'unmeasured', 'byPeople'] as const;

/** Shows how much an entry holds, and on what its points rest in each language. */
export function Facts({
  entry: { version, items, totalWeight, critical, byPeople, restsOn },
}: {
  entry: ChecklistLibrary['entries'][number];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const facts = [
    t('checklists.version', { version }),
    t('checklists.total', { count: items }),
    t('checklists.totalPoints', { count: totalWeight }),
    t('checklistLibrary.critical', { count: critical }),
    t('checklistLibrary.byPeople', { count: byPeople }),
  ];
  return (
    <>
      <p className="admin-hint">{facts.join(' · ')}</p>
      {languageSchema.options.map((language) => (
        <p key={language} className="admin-hint">
          {t('checklistLibrary.restsOn', {
            language: t(`calls.spoken.${language}`),
            parts: RESTS_ON.filter((part) => restsOn[language][part] > 0)
              .map((part) => t(`checklistLibrary.points.${part}`, { n: number(restsOn[language][part]) }))
              .join(t('checklists.and')),
          })}
        </p>
      ))}
    </>
  );
}
