import { criticalEffect, judgesOf, type Checklist, type ChecklistItem, type WorthByLanguage } from '#contracts';
import { useTranslation } from 'react-i18next';
import { TrustMark } from '../../components/trust-mark.js';
import { useFormat } from '../../format/use-format.js';
import { ItemWorthLines } from './item-worth-lines.js';
import { useKindName } from './use-kind-name.js';

interface Props {
  definition: Checklist;
  /** What the product measured of its items, where that is shown. */
  worth?: readonly WorthByLanguage[];
}

/** A version as it is read: what it judges, its items with weight, clause and advice. */
export function ReadChecklist({ definition, worth = [] }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { directions, main } = judgesOf(definition);
  return (
    <section className="admin-section checklist-read">
      <p className="admin-hint">
        {directions.map((direction) => t(`checklists.direction.${direction}`)).join(t('checklists.and'))}
        {main && ` · ${t('checklists.main')}`} · {t('checklists.coverage')}{' '}
        {format.percent(definition.requiredCoverage)}
      </p>
      {definition.sections.map((section) => (
        <div key={section.id}>
          <h2>{format.text(section.title)}</h2>
          <ul>
            {section.items.map((item) => (
              <Item
                key={item.id}
                item={item}
                definition={definition}
                worth={worth.find(({ itemId }) => itemId === item.id)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface ItemProps {
  item: ChecklistItem;
  definition: Checklist;
  worth: WorthByLanguage | undefined;
}

function Item({ item, definition, worth }: ItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindName = useKindName();
  const cost = criticalEffect(item, definition);
  return (
    <li>
      <span>
        <b>{format.text(item.title)}</b> <TrustMark itemId={item.id} checklistId={definition.id} />
      </span>
      <span>{item.weight}</span>
      <small>
        {item.clause} · {kindName(item.check.kind)}
        {cost && ` · ${t(cost.effect === 'zero' ? ZERO[cost.of] : CAP[cost.of])}`}
        {cost?.effect === 'cap' && ` ${format.percent(cost.capPercent / 100)}%`}
      </small>
      {item.advice && <p className="admin-hint">{format.text(item.advice)}</p>}
      {worth && <ItemWorthLines worth={worth} />}
    </li>
  );
}

const ZERO = { section: 'checklists.criticalZeroSection', form: 'checklists.criticalZeroForm' } as const;
const CAP = { section: 'checklists.criticalCapSection', form: 'checklists.criticalCapForm' } as const;
