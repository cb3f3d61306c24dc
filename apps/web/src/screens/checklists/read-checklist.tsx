import { CHECK_SENTENCES, CONDITION_SENTENCES } from '#quality/screens';
import {
  type Checklist,
  type ChecklistItem,
  criticalEffect,
  type ItemWorth,
  judgesOf,
  type Language,
  languageSchema,
  type WorthByLanguage,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { TrustMark } from '../../components/trust-mark.js';
import { useFormat, useLanguage } from '../../format/use-format.js';

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
          <h2 className="above-3">{format.text(section.title)}</h2>
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

/** What a kind of check or condition is called; one without a sentence by its own name. */
export function useKindName(of: 'check' | 'condition' = 'check'): (kind: string) => string {
  const language = useLanguage();
  const rows = of === 'check' ? CHECK_SENTENCES : CONDITION_SENTENCES;
  return (kind) => rows.find((row) => row.kind === kind)?.name[language] ?? kind;
}

/** What the product measured of an item's judgement, a line for each language. */
export function ItemWorthLines({ worth }: { worth: WorthByLanguage }) {
  const { t } = useTranslation();
  const isUnknown = languageSchema.options.every((language) => !worth[language]);
  return (
    <div className="item-worth-lines admin-hint">
      <b>{t('checklistLibrary.worth.title')}</b>
      {languageSchema.options.map((language) => (
        <WorthLine key={language} language={language} worth={worth[language]} />
      ))}
      {isUnknown && <p>{t('checklistLibrary.worth.own')}</p>}
    </div>
  );
}

function WorthLine({ language, worth }: { language: Language; worth: ItemWorth | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const spoken = { language: t(`calls.spoken.${language}`) };
  if (!worth) return <p>{t('checklistLibrary.worth.none', spoken)}</p>;
  const { conversations, notMet, met, asked, kappa } = worth;
  const said = { notMet: number(notMet.said), notMetRight: number(notMet.right), met: number(met.said) };
  const rest = { metRight: number(met.right), asked: number(asked), n: number(conversations) };
  return (
    <p>
      {t('checklistLibrary.worth.measured', { ...spoken, ...said, ...rest })}{' '}
      {kappa && t('checklistLibrary.worth.kappa', { kappa: kappa.kappa.toFixed(2) })}
    </p>
  );
}
