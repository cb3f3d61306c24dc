import { type Language, MOST_TRIAL_PLACES, type PhrasePlace, type ShownPhrase } from '#contracts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../../components/acts.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { useShownPhrases } from '../../data/phrase-trials.js';
import { useFormat } from '../../format/use-format.js';

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

interface Props {
  /** null: its words are no more, or may not be read. */
  place: ShownPhrase | null;
  language: Language;
  /** Why it is shown. */
  children: ReactNode;
}

/** A sentence of a past call with what is meant in it, and a way to hear it. */
function ShownSentence({ place, language, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!place) return <li className="admin-hint">{t('phraseTrial.gone')}</li>;
  const { callId, leg, startedAt, match } = place;
  const [mark = { from: 0, to: 0 }] = match.marks;
  return (
    <li>
      <Link to={`/calls/${callId}?leg=${leg}&t=${Math.floor(match.fromMs / 1000)}`}>
        {format.dateTime(startedAt)} · {format.clock(match.fromMs)}
      </Link>{' '}
      <small>{match.speaker === 'unknown' ? '–' : t(`checklists.speakers.${match.speaker}`)}</small>
      <p lang={language}>
        {match.text.slice(0, mark.from)}
        <mark className="bench-mark">{match.text.slice(mark.from, mark.to)}</mark>
        {match.text.slice(mark.to)}
      </p>
      <small>{children}</small>
    </li>
  );
}
