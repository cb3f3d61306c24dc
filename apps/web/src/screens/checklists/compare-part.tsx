import { sayCheck, sayCondition, type Saying } from '#quality/screens';
import { type Bilingual, type ChecklistDraftDefinition, type DraftItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useChecklistVersion } from '../../data/checklists.js';
import { useFormat } from '../../format/use-format.js';
import { type Difference, differences } from './compare.rules.js';
import type { Chosen } from './draft-edits.rules.js';
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
          {part.before !== undefined && <del className="soft">{sayPart(part.name, part.before, by, words)}</del>}
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

type Critical = DraftItem['critical'];

/** Words that a screen brings to a difference. */
interface DifferenceWords {
  readonly nothing: string;
  readonly critical: (critical: NonNullable<Critical>) => string;
  readonly directions: (judges: ChecklistDraftDefinition['judges']) => string;
  readonly and: string;
}

/** A part of an item or of the whole, as a person reads it. */
function sayPart(name: string, value: unknown, by: Saying, words: DifferenceWords): string {
  if (value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0))
    return words.nothing;
  switch (name) {
    case 'title':
    case 'advice':
    case 'minimumWords': {
      const both = value as { zh: string | number; en: string | number };
      return `${both.zh} / ${both.en}`;
    }
    case 'requiredCoverage':
      return `${Math.round(Number(value) * 100)}%`;
    case 'check':
      return sayCheck(value as DraftItem['check'], by);
    case 'appliesWhen':
      return (value as DraftItem['check'][]).map((one) => sayCondition(one, by)).join(words.and);
    case 'critical':
      return words.critical(value as NonNullable<Critical>);
    case 'judges':
      return words.directions(value as ChecklistDraftDefinition['judges']);
    case 'section':
      return (value as Bilingual)[by.language];
    case 'sections':
      return (value as Bilingual[]).map((title) => title[by.language]).join(by.language === 'zh' ? '、' : ', ');
    case 'phrases':
      return (value as string[]).join(by.language === 'zh' ? '、' : ', ');
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
