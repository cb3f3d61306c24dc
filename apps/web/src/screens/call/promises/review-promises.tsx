import type { CommitmentView, PromiseDraft, PromiseInReviewName } from '#contracts';
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../format/use-format.js';
import { DueWords } from '../../promises/due-words.js';
import { PromiseQuestion } from '../../promises/promise-question.js';
import { PromisedWords } from '../../promises/promised-words.js';
import { useCallPage } from '../call-page.js';
import { useJudging } from '../card/judging.js';
import { isOpen, lacksWords } from './leg-promises.js';
import '../../promises/promises.css';
import './review-promises.css';

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
        <small role="alert" className="missing">
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
  const put = (answer: PromiseDraft | null) =>
    setPromises([...promises.filter((other) => other !== given), ...(answer ? [answer] : [])]);
  const choose = (answer: PromiseInReviewName) => put({ commitmentId, answer, note: given?.note ?? '', revision });
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
