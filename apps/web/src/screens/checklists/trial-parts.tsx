import { MOST_TRIAL_PLACES, type Language, type PhrasePlace, type ShownPhrase } from '#contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { useShownPhrases } from '../../data/phrase-trials.js';
import { ShownSentence } from './shown-sentence.js';

interface ActsProps {
  trial: { running: object | null; busy: boolean; error: unknown; end: () => void };
  disabled: boolean;
  /** What the first try is called. */
  first: string;
  /** @param others on other calls than those before */
  onStart: (others: boolean) => void;
}

/** Begins a trial on past calls, again on the same calls or on others, and ends it. */
export function TrialActs({ trial, disabled, first, onStart }: ActsProps) {
  const { t } = useTranslation();
  const { running, busy, error, end } = trial;
  return (
    <>
      <Acts>
        <Button disabled={disabled} loading={busy} onClick={() => onStart(false)}>
          {running ? t('phraseTrial.again') : first}
        </Button>
        {running && !busy && <Button onClick={() => onStart(true)}>{t('phraseTrial.others')}</Button>}
        {busy && <Button onClick={end}>{t('phraseTrial.stop')}</Button>}
      </Acts>
      {error ? <FailureNote error={error} /> : null}
    </>
  );
}

interface SentencesProps<Place> {
  checklistId: string;
  trialId: string;
  places: readonly Place[];
  /** Why a sentence is shown. */
  why: (at: Place) => ReactNode;
  children?: ReactNode;
}

/** Sentences are asked for when a person wants to see them: each call of which one is shown is in the journal. */
export function TrialSentences<Place extends PhrasePlace & { language: Language }>(props: SentencesProps<Place>) {
  const { checklistId, trialId, places, why, children } = props;
  const { t } = useTranslation();
  const show = useShownPhrases(checklistId, trialId);
  const [shown, setShown] = useState<readonly { at: Place; place: ShownPhrase | null }[]>([]);
  const next = places.filter((one) => !shown.some(({ at }) => at === one)).slice(0, MOST_TRIAL_PLACES / 2);
  const more = () =>
    show.mutate(
      next.map(({ legId, transcriptId, turn, fromChar, toChar }) => ({ legId, transcriptId, turn, fromChar, toChar })),
      {
        onSuccess: (answer) =>
          setShown((now) => [...now, ...next.map((at, i) => ({ at, place: answer.places[i] ?? null }))]),
      },
    );
  if (places.length === 0) return null;
  return (
    <div className="phrase-trial-examples">
      {children}
      {shown.length > 0 && (
        <ul>
          {shown.map(({ at, place }) => (
            <ShownSentence key={`${at.legId} ${at.turn} ${at.fromChar}`} place={place} language={at.language}>
              {why(at)}
            </ShownSentence>
          ))}
        </ul>
      )}
      <Failed of={show} />
      {next.length > 0 && (
        <Button size="small" loading={show.isPending} onClick={more}>
          {t(shown.length === 0 ? 'phraseTrial.show' : 'phraseTrial.more')}
        </Button>
      )}
    </div>
  );
}
