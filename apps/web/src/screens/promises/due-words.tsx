import type { CommitmentView } from '#contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { timeLeft } from './time-left.rules.js';
import { usePromisedWords } from '../../data/commitments.js';

const EVERY_MS = 30_000;

/** The time by now, again every half minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How much time a promise has, in words: time left, how long overdue, or why it has no time. */
export function DueWords({ commitment }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { state, dueAt, unclear, dueSoon, stateAt } = commitment;
  const at = dueAt && (
    <time dateTime={dueAt} title={format.dateTime(dueAt)}>
      {format.isToday(dueAt) ? format.time(dueAt) : format.dateTime(dueAt)}
    </time>
  );
  if (state !== 'open' && state !== 'overdue') {
    return (
      <div className="promise-due">
        <b>{t(`promises.state.${state}`)}</b>
        <small title={format.dateTime(stateAt)}>{format.dateTime(stateAt)}</small>
      </div>
    );
  }
  if (!dueAt) {
    return (
      <div className="promise-due is-unclear">
        <b>{t('promises.noTime')}</b>
        <small>{t(`promises.unclear.${unclear ?? 'no_time'}`)}</small>
      </div>
    );
  }
  const { side, unit, count } = timeLeft(dueAt, now);
  const isOver = state === 'overdue' || side === 'over';
  return (
    <div className={`promise-due ${isOver ? 'is-over' : dueSoon ? 'is-soon' : ''}`}>
      <b>{t(`promises.${side === 'over' ? 'over' : 'left'}.${unit}`, { count })}</b>
      <small>{at}</small>
    </div>
  );
}

/** Who asks whether it is a promise, and why, while a supervisor has not decided. */
export function PromiseQuestion({ commitment: { question } }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!question) return null;
  return (
    <small className="promise-note">
      {t('promises.asked', { name: format.text(question.by.name), at: format.dateTime(question.at) })}
      {question.note && <q className="promise-reason block soft">{question.note}</q>}
    </small>
  );
}

/** The words of the promise in the call's language, or why they are not shown. */
export function PromisedWords({ commitment }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const found = usePromisedWords(commitment);
  if (found.isPending) return <span className="bone promise-words-bone" aria-hidden />;
  const words = found.data?.words;
  if (!words) return <span className="soft">{t(found.isError ? 'promises.wordsFailed' : 'promises.wordsHidden')}</span>;
  return (
    <q className="promise-words" lang={commitment.language}>
      {words.promise}
      {words.time && ` … ${words.time}`}
    </q>
  );
}
