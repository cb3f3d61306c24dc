import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentView, CommitmentDraft, CommitmentInReviewName } from '#contracts';
import { Input } from 'antd';
import { useId } from 'react';
import { Failed } from '../../../components/failure-note.js';
import { useCommitmentsOfCall } from '../../../data/commitments.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { DueWords, PromisedWords, PromiseQuestion } from '../../promises/due-words.js';
import { PromiseActions } from '../../promises/promise-actions.js';
import { useCallPage } from '../call-page.js';
import { useJudging } from '../card/judging.js';
import { isOpen, lacksWords } from './leg-promises.js';
import '../../promises/promises.css';

/** What was promised in this leg, each at its second, how it stands, and what this person may answer: a review settles it where it is heard. */
export function CallPromises() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('commitments.read');
  const mayAnswer = useMay('commitments.answer');
  const { call, leg, player } = useCallPage();
  const found = useCommitmentsOfCall(call.callId, may);
  if (!may) return null;
  const promises = (found.data?.items ?? []).filter(({ legId }) => legId === call.legs[leg]?.legId);
  // Where there are no words, none was looked for.
  const read = call.recordings.some(({ transcriptVersion }) => transcriptVersion !== null);
  const said = read ? 'noneInCall' : call.recordings.length > 0 ? 'notReadYet' : 'nothingToRead';
  return (
    <section className="call-promises">
      <h2>{t('promises.title')}</h2>
      {found.isPending && <span className="bone promise-words-bone" aria-hidden />}
      <Failed of={found} />
      {found.isSuccess && promises.length === 0 && <p className="facts-quiet">{t(`promises.${said}`)}</p>}
      <ul>
        {promises.map((one) => (
          <li key={one.commitmentId}>
            <button
              type="button"
              className="plain link"
              aria-label={t('promises.goTo', { at: format.clock(one.fromMs) })}
              onClick={() => player?.seek(one.fromMs)}
            >
              {format.clock(one.fromMs)}
            </button>{' '}
            <b>{t(`promises.kind.${one.kind}`)}</b> <PromisedWords commitment={one} />
            <DueWords commitment={one} />
            <PromiseQuestion commitment={one} />
            {one.may.length > 0 && (
              <div className="promise-actions flex wraps to-end gap-2">
                <PromiseActions commitment={one} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayAnswer && promises.length > 0 && (
        <Link className="facts-quiet" to="/promises">
          {t('promises.toAll')}
        </Link>
      )}
    </section>
  );
}

/** The open promises of the leg, each with what its reviewer may answer; nothing is chosen before they choose. */
export function ReviewPromises({ id, promises }: { id: string; promises: readonly CommitmentView[] }) {
  const { t } = useTranslation();
  const settles = promises.some(({ mayInReview }) => mayInReview.includes('kept'));
  return (
    <div className="review-promises" id={id}>
      <p>
        {t(settles ? 'reviewPromises.settles' : 'reviewPromises.asks')}{' '}
        {settles && <Link to="/promises">{t('promises.toAll')}</Link>}
      </p>
      <ul>
        {promises.map((one) => (
          <OnePromise key={one.commitmentId} one={one} />
        ))}
      </ul>
    </div>
  );
}

function OnePromise({ one }: { one: CommitmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { player } = useCallPage();
  const { promises } = useJudging();
  const given = promises.find(({ commitmentId }) => commitmentId === one.commitmentId);
  const at = format.clock(one.fromMs);
  return (
    <li>
      <button
        type="button"
        className="plain link"
        aria-label={t('promises.goTo', { at })}
        onClick={() => player?.seek(one.fromMs)}
      >
        {at}
      </button>{' '}
      <b>{t(`promises.kind.${one.kind}`)}</b> <PromisedWords commitment={one} />
      <DueWords commitment={one} />
      <PromiseQuestion commitment={one} />
      {given && given.revision !== one.revision && (
        <small role="alert" className="missing bad">
          {t(isOpen(one) ? 'reviewPromises.changed' : 'reviewPromises.closed')}
        </small>
      )}
      {(one.mayInReview.length > 0 || given) && <Choices one={one} at={at} />}
    </li>
  );
}

function Choices({ one, at }: { one: CommitmentView; at: string }) {
  const { t } = useTranslation();
  const { promises, setPromises } = useJudging();
  const [name, noteId] = [useId(), useId()];
  const { commitmentId, revision } = one;
  const given = promises.find((answer) => answer.commitmentId === commitmentId);
  const put = (answer: CommitmentDraft | null) =>
    setPromises([...promises.filter((other) => other !== given), ...(answer ? [answer] : [])]);
  const choose = (answer: CommitmentInReviewName) => put({ commitmentId, answer, note: given?.note ?? '', revision });
  return (
    <fieldset>
      <legend className="seen-by-readers-only">{t('reviewPromises.choices', { at })}</legend>
      <label>
        <input type="radio" name={name} checked={!given} onChange={() => put(null)} />
        {t('reviewPromises.leave')}
      </label>
      {one.mayInReview.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            name={name}
            checked={given?.answer === answer && given.revision === revision}
            onChange={() => choose(answer)}
          />
          {t(`promises.answer.${answer}`)}
        </label>
      ))}
      {given && (
        <>
          <label className="review-promise-note" htmlFor={noteId}>
            {t(`promises.ask.${given.answer}`)}
          </label>
          <Input.TextArea
            id={noteId}
            value={given.note}
            maxLength={500}
            autoSize={{ minRows: 1, maxRows: 4 }}
            aria-describedby={`${noteId}-hint`}
            onChange={({ target }) => put({ ...given, note: target.value })}
          />
          <small id={`${noteId}-hint`}>{t(lacksWords(given) ? 'promises.noteMissing' : 'promises.noteHint')}</small>
        </>
      )}
    </fieldset>
  );
}
