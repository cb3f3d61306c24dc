import type { ChecklistDraftDefinition, VariedExamples } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useVariedExamples } from '../../data/phrase-trials.js';
import { isWrong } from './item-trial.rules.js';

type Variant = VariedExamples['variants'][number];

interface Props {
  draft: ChecklistDraftDefinition;
  itemId: string;
  disabled: boolean;
}

/** The item's own examples said otherwise: which would still be met, be put before a person, or be missed. */
export function VariantsPanel({ draft, itemId, disabled }: Props) {
  const { t } = useTranslation();
  const trial = useVariedExamples(draft.id);
  return (
    <>
      <p className="admin-hint">{t('checklists.variantsIntro')}</p>
      <div>
        <Button
          disabled={disabled}
          loading={trial.isPending}
          onClick={() => trial.mutate({ definition: draft, itemId })}
        >
          {t('checklists.variantsRun')}
        </Button>
      </div>
      <Failed of={trial} />
      {trial.data && <Variants variants={trial.data.variants} />}
    </>
  );
}

function Variants({ variants }: VariedExamples) {
  const { t } = useTranslation();
  const count = (keep: (one: Variant) => boolean): number => variants.filter(keep).length;
  const wrong = count(isWrong);
  return (
    <div className="example-variants">
      <p role="status">
        <b>
          {t('checklists.variantsSum', {
            count: variants.length,
            asked: count(({ taken }) => taken === 'asked'),
            missed: count(({ taken }) => taken === 'missed'),
          })}
        </b>{' '}
        {wrong > 0 ? t('checklists.variantsWrong', { count: wrong }) : t('checklists.variantsRight')}
      </p>
      <ul tabIndex={0} aria-label={t('checklists.variantsRun')}>
        {variants.map((one) => (
          <li key={`${one.language} ${one.side} ${one.line} ${one.variant}`} className={isWrong(one) ? 'wrong' : ''}>
            <small>
              {t(`checklists.exampleSides.${one.side}`)} {one.line + 1} · {t(`checklists.variant.${one.variant}`)}
            </small>
            <span lang={one.language}>{one.text}</span>
            <b>{t(`checklists.taken.${one.taken}`)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
