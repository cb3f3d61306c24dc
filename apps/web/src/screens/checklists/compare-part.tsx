import type { ChecklistDraftDefinition, DraftItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useChecklistVersion } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';
import { differences, type Difference } from './compare.rules.js';
import type { Chosen } from './draft-edits.rules.js';
import { sayPart, type DifferenceWords } from './say-difference.js';
import { useSaying } from './sentences/known-lists.js';

interface Props {
  checklistId: string;
  version: number;
  definition: ChecklistDraftDefinition;
  onChoose?: (chosen: Chosen) => void;
}

const HOW = {
  added: 'checklists.compareAdded',
  removed: 'checklists.compareRemoved',
  changed: 'checklists.compareChanged',
} as const;

/** What the draft would change of the version that judges, in words. */
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
          return <DifferenceList all={all} onChoose={onChoose && ((one) => onChoose(placeOf(definition, one)))} />;
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

export function DifferenceList({
  all,
  onChoose,
}: {
  all: readonly Difference[];
  onChoose?: ((one: Difference) => void) | undefined;
}) {
  return (
    <ul className="checklist-differences">
      {all.map((one) => (
        <Line
          key={`${one.how} ${one.itemId} ${one.list}`}
          one={one}
          onChoose={onChoose && one.list === null && one.how !== 'removed' ? () => onChoose(one) : undefined}
        />
      ))}
    </ul>
  );
}

function Line({ one, onChoose }: { one: Difference; onChoose: (() => void) | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = useSaying();
  const words = useDifferenceWords();
  const named = one.title ? format.text(one.title) || one.itemId || one.list || '' : t('checklists.compareWhole');
  const name = one.list === null ? named : t('checklists.compareList', { name: named });
  return (
    <li>
      <span className="admin-tag">{t(HOW[one.how])}</span>
      {onChoose ? (
        <button type="button" className="plain" onClick={onChoose}>
          {name}
        </button>
      ) : (
        <b>{name}</b>
      )}
      {one.parts.map((part) => (
        <span key={part.name} className="checklist-difference">
          <b>{t(`checklists.part.${part.name as 'weight'}`)}</b>{' '}
          {part.before !== undefined && <del>{sayPart(part.name, part.before, by, words)}</del>}
          {part.before !== undefined && part.after !== undefined && ' → '}
          {part.after !== undefined && <ins>{sayPart(part.name, part.after, by, words)}</ins>}
        </span>
      ))}
    </li>
  );
}

const COST = {
  'zero section': 'checklists.criticalZeroSection',
  'zero form': 'checklists.criticalZeroForm',
  'cap section': 'checklists.criticalCapSection',
  'cap form': 'checklists.criticalCapForm',
} as const;

function useDifferenceWords(): DifferenceWords {
  const { t } = useTranslation();
  const cost = (critical: NonNullable<DraftItem['critical']>): string => {
    if (typeof critical === 'boolean') return t(critical ? COST['zero section'] : 'checklists.criticalNone');
    const percent = critical.capPercent === undefined ? '' : ` ${critical.capPercent}%`;
    return t(COST[`${critical.effect} ${critical.of}`]) + percent;
  };
  return {
    nothing: t('checklists.nothing'),
    and: t('checklists.andAlso'),
    critical: cost,
    directions: (judges) =>
      (judges?.directions ?? []).map((one) => t(`checklists.direction.${one}`)).join(t('checklists.and')) +
      (judges?.main ? ` (${t('checklists.main')})` : ''),
  };
}
