import {
  MOST_TRIAL_CALLS,
  MOST_TRIAL_PLACES,
  outcomeSchema,
  type ChecklistDraftDefinition,
  type DraftItem,
  type JudgedPlace,
  type ShownPhrase,
} from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { OutcomeGlyph } from '../../components/outcome-glyph.js';
import { useItemTrial, useShownPhrases, type TriedItem } from '../../data/phrase-trials.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { exampleLanguages, judgedSoFar, type Judged } from './item-trial.rules.js';
import { ShownSentence } from './shown-sentence.js';
import { VariantsPanel } from './variants-panel.js';

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
  const judged = running && judgedSoFar(running.pieces);
  return (
    <>
      <p className="admin-hint">{t('checklists.itemTrialIntro', { count: MOST_TRIAL_CALLS })}</p>
      <Acts>
        <Button disabled={of.languages.length === 0} loading={trial.busy} onClick={() => trial.start(draft, of)}>
          {t(running ? 'checklists.trialAgain' : 'checklists.itemTrialRun')}
        </Button>
        {running && !trial.busy && (
          <Button onClick={() => trial.start(draft, of, true)}>{t('checklists.trialOthers')}</Button>
        )}
        {trial.busy && <Button onClick={trial.end}>{t('checklists.trialStop')}</Button>}
      </Acts>
      {trial.error ? <FailureNote error={trial.error} /> : null}
      {running && judged && (
        <>
          <Sums judged={judged} drawn={running.drawn.legIds.length} busy={trial.busy} />
          <Places key={running.drawn.trialId} checklistId={draft.id} trialId={running.drawn.trialId} judged={judged} />
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
        <b>{drawn === 0 ? t('checklists.trialNothing') : t('checklists.itemTrialSum', { count: judged.read })}</b>{' '}
        {busy && t('checklists.trialSoFar', { count: drawn, looked: format.number(judged.read + judged.without) })}
      </p>
      {judged.read > 0 && (
        <ul className="item-trial-outcomes">
          {outcomeSchema.options.map((outcome) => (
            <li key={outcome}>
              <OutcomeGlyph outcome={outcome} size={14} /> {t(`checklists.tried.${outcome}`)}{' '}
              <b>{format.number(judged.outcomes[outcome])}</b>
            </li>
          ))}
        </ul>
      )}
      {judged.without > 0 && <p className="admin-hint">{t('checklists.trialWithout', { count: judged.without })}</p>}
    </>
  );
}

/** Sentences are asked for when a person wants to see them: each call of which one is shown is in the journal. */
function Places({ checklistId, trialId, judged }: { checklistId: string; trialId: string; judged: Judged }) {
  const { t } = useTranslation();
  const format = useFormat();
  const show = useShownPhrases(checklistId, trialId);
  const [shown, setShown] = useState<readonly { at: JudgedPlace; place: ShownPhrase | null }[]>([]);
  const next = judged.places.filter((one) => !shown.some(({ at }) => at === one)).slice(0, MOST_TRIAL_PLACES / 2);
  const more = () =>
    show.mutate(
      next.map(({ legId, transcriptId, turn, fromChar, toChar }) => ({ legId, transcriptId, turn, fromChar, toChar })),
      {
        onSuccess: (answer) =>
          setShown((now) => [...now, ...next.map((at, i) => ({ at, place: answer.places[i] ?? null }))]),
      },
    );
  if (judged.places.length === 0) return null;
  return (
    <div className="phrase-trial-examples">
      {shown.length > 0 && (
        <ul>
          {shown.map(({ at, place }) => (
            <ShownSentence key={`${at.legId} ${at.turn}`} place={place} language={at.language}>
              {t(`checklists.tried.${at.outcome}`)} · {format.text(at.explanation)}
            </ShownSentence>
          ))}
        </ul>
      )}
      <Failed of={show} />
      {next.length > 0 && (
        <Button size="small" loading={show.isPending} onClick={more}>
          {t(shown.length === 0 ? 'checklists.trialShow' : 'checklists.trialMore')}
        </Button>
      )}
    </div>
  );
}
