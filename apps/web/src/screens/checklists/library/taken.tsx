import { type ChecklistLibrary, languageSchema } from '#contracts';
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
