import type { ChecklistFinding, ImportedChecklist } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { DifferenceList } from './compare-part.js';
import { differences } from './compare.rules.js';
import type { Chosen } from './draft-edits.rules.js';
import { KnownLists } from './sentences/known-lists.js';

/** What keeping a file would do: which draft it takes the place of, what it changes there, and what is wrong with it. */
export function ImportChanges({ seen, more }: { seen: ImportedChecklist; more?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { checklistId, replaces, before, definition, findings } = seen;
  const about = replaces && {
    name: format.text(replaces.updatedBy),
    at: format.dateTime(replaces.updatedAt),
    revision: replaces.revision,
  };
  return (
    <>
      <p role="status">
        {about ? t('checklists.importReplaces', about) : t('checklists.importNew', { id: checklistId })} {more}
      </p>
      {before && <Changed before={before} after={definition} />}
      <Findings findings={findings} />
    </>
  );
}

type Draft = ImportedChecklist['definition'];

function Changed({ before, after }: { before: Draft; after: Draft }) {
  const { t } = useTranslation();
  const all = differences(before, after);
  if (all.length === 0) return <p className="admin-hint">{t('checklists.importSame')}</p>;
  // A list that goes away is still called by its title.
  const lists = [...(after.phraseLists ?? []), ...(before.phraseLists ?? [])];
  return (
    <section>
      <h3>{t('checklists.importChanges')}</h3>
      <p className="admin-hint">{t('checklists.importKeeps')}</p>
      <KnownLists draft={{ ...after, phraseLists: lists }}>
        <DifferenceList all={all} />
      </KnownLists>
    </section>
  );
}

interface Props {
  findings: readonly ChecklistFinding[];
  onChoose?: (chosen: Chosen) => void;
}

/** What the validator says, each with its item and what to do; a press leads to the item. */
export function Findings({ findings, onChoose }: Props) {
  const { t } = useTranslation();
  if (findings.length === 0) return <p className="admin-done">{t('checklists.findingsNone')}</p>;
  return (
    <ul className="checklist-findings">
      {findings.map((finding, i) => (
        <Finding key={i} finding={finding} onChoose={onChoose} />
      ))}
    </ul>
  );
}

function Finding({ finding, onChoose }: { finding: ChecklistFinding; onChoose?: Props['onChoose'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { severity, section, item, itemId, what, remedy } = finding;
  const place = itemId ?? (section === null ? t('checklists.whole') : `${t('checklists.section')} ${section + 1}`);
  return (
    <li className={severity}>
      <b>{t(`checklists.severity.${severity}`)}</b>
      {onChoose ? (
        <button type="button" className="plain" onClick={() => onChoose({ section, item })}>
          {place}
        </button>
      ) : (
        <span>{place}</span>
      )}
      <span>
        {format.text(what)} {format.text(remedy)}
      </span>
    </li>
  );
}
