import type { ImportedChecklist } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { DifferenceList } from './compare-part.js';
import { differences } from './compare.rules.js';
import { Findings } from './findings.js';
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
