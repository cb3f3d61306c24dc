import {
  type ChecklistDraftDefinition,
  type DraftItem,
  MOST_TRIAL_CALLS,
  outcomeSchema,
  type VariedExamples,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { OutcomeGlyph } from '../../components/marks.js';
import { type TriedItem, useItemTrial, useVariedExamples } from '../../data/phrase-trials.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { exampleLanguages, isWrong, type Judged, judgedSoFar } from './phrase-trial.rules.js';
import { TrialActs, TrialSentences } from './trial-parts.js';
import { Button } from 'antd';
import { Failed } from '../../components/failure-note.js';

interface Props {
  draft: ChecklistDraftDefinition;
  item: DraftItem;
}

/** Tries an item from examples: on its own examples said otherwise, and on past calls. */
export function ItemTrialPanel({ draft, item }: Props) {
  const { t } = useTranslation();
  const mayRead = useMay('transcripts.read');
  const languages = exampleLanguages(item.check);
  return (
    <section className="phrase-trial" aria-label={t('checklists.itemTrial')}>
      <h2>{t('checklists.itemTrial')}</h2>
      <VariantsPanel draft={draft} itemId={item.id} disabled={languages.length === 0} />
      {mayRead && <OnCalls draft={draft} of={{ itemId: item.id, languages }} />}
    </section>
  );
}

function OnCalls({ draft, of }: { draft: ChecklistDraftDefinition; of: TriedItem }) {
  const { t } = useTranslation();
  const trial = useItemTrial(draft.id);
  const { running } = trial;
  const format = useFormat();
  const judged = running && judgedSoFar(running.pieces);
  return (
    <>
      <p className="admin-hint">{t('checklists.itemTrialIntro', { count: MOST_TRIAL_CALLS })}</p>
      <TrialActs
        trial={trial}
        disabled={of.languages.length === 0}
        first={t('checklists.itemTrialRun')}
        onStart={(others) => trial.start(draft, of, others)}
      />
      {running && judged && (
        <>
          <Sums judged={judged} drawn={running.drawn.legIds.length} busy={trial.busy} />
          <TrialSentences
            key={running.drawn.trialId}
            checklistId={draft.id}
            trialId={running.drawn.trialId}
            places={judged.places}
            why={(at) => `${t(`checklists.tried.${at.outcome}`)} · ${format.text(at.explanation)}`}
          />
        </>
      )}
    </>
  );
}

function Sums({ judged, drawn, busy }: { judged: Judged; drawn: number; busy: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p role="status">
        <b>{drawn === 0 ? t('phraseTrial.nothing') : t('checklists.itemTrialSum', { count: judged.read })}</b>{' '}
        {busy && t('phraseTrial.soFar', { count: drawn, looked: format.number(judged.read + judged.without) })}
      </p>
      {judged.read > 0 && (
        <ul className="item-trial-outcomes flex wraps gap-4">
          {outcomeSchema.options.map((outcome) => (
            <li key={outcome}>
              <OutcomeGlyph outcome={outcome} size={14} /> {t(`checklists.tried.${outcome}`)}{' '}
              <b>{format.number(judged.outcomes[outcome])}</b>
            </li>
          ))}
        </ul>
      )}
      {judged.without > 0 && <p className="admin-hint">{t('phraseTrial.without', { count: judged.without })}</p>}
    </>
  );
}

type Variant = VariedExamples['variants'][number];

interface VariantsProps {
  draft: ChecklistDraftDefinition;
  itemId: string;
  disabled: boolean;
}

/** The item's own examples said otherwise: which would still be met, be put before a person, or be missed. */
function VariantsPanel({ draft, itemId, disabled }: VariantsProps) {
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
