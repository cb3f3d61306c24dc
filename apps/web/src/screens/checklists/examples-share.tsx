import type { ChecklistDraftDefinition, DraftItem } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useVariedAsSaved } from '../../data/phrase-trials.js';
import { useFormat } from '../../format/use-format.js';
import { recognisedOf } from './phrase-trial.rules.js';

interface Props {
  /** As it was saved. */
  draft: ChecklistDraftDefinition;
  item: DraftItem;
}

/** Says what share of its own examples, said otherwise, an item recognises, and what becomes of the rest. */
export function ExamplesShare({ draft, item }: Props) {
  const { t } = useTranslation();
  const { number, percent } = useFormat();
  const { data } = useVariedAsSaved(draft, item);
  const { n, of } = recognisedOf(data?.variants ?? []);
  return (
    <p className="examples-share">
      {of > 0 && t('checklists.examplesShare', { n: number(n), of: number(of), percent: percent(n / of) })}{' '}
      {t('checklists.examplesReach')}
    </p>
  );
}

/** The same of every item from examples, before a checklist is published. */
export function ExamplesBeforePublishing({ draft }: Pick<Props, 'draft'>) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const items = draft.sections.flatMap((section) => section.items).filter(({ check }) => check.kind === 'examples');
  if (items.length === 0) return null;
  return (
    <section className="admin-section">
      <h2>{t('checklists.examplesBefore')}</h2>
      {items.map((item) => (
        <div key={item.id}>
          <b>{text(item.title)}</b>
          <ExamplesShare draft={draft} item={item} />
        </div>
      ))}
    </section>
  );
}
