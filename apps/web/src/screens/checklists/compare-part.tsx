import type { ChecklistDraftDefinition } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useChecklistVersion } from '../../data/checklists.js';
import { differences, type Difference } from './compare.rules.js';
import type { Chosen } from './draft-edits.rules.js';

interface Props {
  checklistId: string;
  version: number;
  definition: ChecklistDraftDefinition;
  onChoose: (chosen: Chosen) => void;
}

const HOW = {
  added: 'checklists.compareAdded',
  removed: 'checklists.compareRemoved',
  changed: 'checklists.compareChanged',
} as const;

/** What the draft would change of the version that judges. */
export function ComparePart({ checklistId, version, definition, onChoose }: Props) {
  const { t } = useTranslation();
  const read = useChecklistVersion(checklistId, version);
  return (
    <section className="admin-section">
      <h2>{t('checklists.compare', { version })}</h2>
      <WhenRead of={read}>
        {({ definition: before }) => {
          const all = differences(before, definition);
          if (all.length === 0) return <p className="admin-hint">{t('checklists.compareNone', { version })}</p>;
          return (
            <ul className="checklist-differences">
              {all.map((one) => (
                <Line key={`${one.how} ${one.itemId}`} one={one} onChoose={() => onChoose(placeOf(definition, one))} />
              ))}
            </ul>
          );
        }}
      </WhenRead>
    </section>
  );
}

function placeOf({ sections }: ChecklistDraftDefinition, { itemId }: Difference): Chosen {
  const section = sections.findIndex(({ items }) => items.some(({ id }) => id === itemId));
  if (section < 0) return { section: null, item: null };
  return { section, item: sections[section]!.items.findIndex(({ id }) => id === itemId) };
}

function Line({ one, onChoose }: { one: Difference; onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className="admin-tag">{t(HOW[one.how])}</span>
      <button type="button" className="plain" onClick={onChoose}>
        {one.itemId ?? t('checklists.compareWhole')}
      </button>
      {one.parts.map(({ name, before, after }) => (
        <span key={name} className="checklist-difference">
          <b>{name}</b> <del>{before}</del> <ins>{after}</ins>
        </span>
      ))}
    </li>
  );
}
