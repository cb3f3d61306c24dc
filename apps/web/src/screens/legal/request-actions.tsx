import type { BreakGlassOutcome, LegalRequestView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { FailureNote } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { useRoom } from '../../components/use-media.js';
import {
  useAnswerRequest,
  useDecideRequest,
  useReviewOpening,
  useRevokeGrant,
  useSubmitRequest,
  useWithdrawRequest,
} from '../../data/legal.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AlertOutlined } from '@ant-design/icons';
import { ByOnePerson } from '../../components/one-person.js';
import { ReasonDialog } from '../../components/dialogs.js';

/** Words of the chain; those of a review are the review panel's. */
type StepWords = Exclude<WordsFor, BreakGlassOutcome>;

/** What this person may do with a request now, and why not where they might expect to. */
export function RequestActions({ request }: { request: LegalRequestView }) {
  const { state, mine, mayDecide, decideRefusal, mayRevoke } = request;
  const { t } = useTranslation();
  const format = useFormat();
  const at = request.againFrom === null ? '' : format.dateTime(request.againFrom);
  const decides = useMay('legal.decide');
  const [words, setWords] = useState<StepWords | null>(null);
  const waiting = state === 'submitted' || state === 'answered';
  return (
    <>
      {mine && <RequesterActions request={request} onAnswer={() => setWords('answer')} />}
      {mayDecide && <DecisionActions request={request} onWords={setWords} />}
      {!mayDecide && waiting && decides && decideRefusal && (
        <p className="legal-next admin-hint">{t(`legalRequest.refusal.${decideRefusal}`, { at })}</p>
      )}
      {mayRevoke && (
        <Acts>
          <Button danger onClick={() => setWords('revoke')}>
            {t('legalRequest.revoke')}
          </Button>
        </Acts>
      )}
      {words && <Saying request={request} words={words} onClose={() => setWords(null)} />}
    </>
  );
}

function RequesterActions({ request, onAnswer }: { request: LegalRequestView; onAnswer: () => void }) {
  const { t } = useTranslation();
  const { requestId, state } = request;
  const submit = useSubmitRequest();
  const withdraw = useWithdrawRequest();
  if (!['draft', 'submitted', 'asked_back', 'answered'].includes(state)) return null;
  const failure = submit.error ?? withdraw.error;
  return (
    <>
      <Acts>
        {state === 'draft' && (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate(requestId)}>
            {t('legalRequest.submit')}
          </Button>
        )}
        {state === 'asked_back' && (
          <Button type="primary" onClick={onAnswer}>
            {t('legalRequest.answer')}
          </Button>
        )}
        <AskFirst size="middle" ask={t('legalRequest.withdrawAsk')} onYes={() => withdraw.mutate(requestId)}>
          {t('legalRequest.withdraw')}
        </AskFirst>
      </Acts>
      {failure && <FailureNote error={failure} />}
    </>
  );
}

function DecisionActions({ request, onWords }: { request: LegalRequestView; onWords: (words: StepWords) => void }) {
  const { t } = useTranslation();
  const { requestId, round, rendition, action } = request;
  const both = action === 'listen_and_export';
  const decide = useProved(useDecideRequest());
  // Guide §12: originals are not approved on a phone.
  const tooSmall = useRoom() === 'phone' && rendition === 'original';
  const approve = async () => {
    // The button that was pressed goes; the next key is to press no other, such as the one that revokes.
    if (await decide.send({ requestId, round, decision: 'approve' }))
      document.querySelector<HTMLElement>('.legal-code h2')?.focus();
  };
  return (
    <>
      <Acts>
        {!tooSmall && (
          <Button type="primary" loading={decide.isPending} onClick={() => void approve()}>
            {t(both ? 'legalRequest.approveBoth' : 'legalRequest.approve')}
          </Button>
        )}
        {!tooSmall && both && (
          <Button onClick={() => onWords('approve_listening')}>{t('legalRequest.approveListening')}</Button>
        )}
        <Button onClick={() => onWords('ask_back')}>{t('legalRequest.askBack')}</Button>
        <Button onClick={() => onWords('reject')}>{t('legalRequest.reject')}</Button>
      </Acts>
      {both && <p className="admin-hint">{t('legalRequest.decideBoth')}</p>}
      <p className="admin-hint">{t(tooSmall ? 'legalRequest.onPhone' : 'legalRequest.decideHint')}</p>
      {decide.said}
    </>
  );
}

/** A refusal, question, answer or revocation in words. */
function Saying({ request, words, onClose }: { request: LegalRequestView; words: StepWords; onClose: () => void }) {
  const { requestId, round } = request;
  const [answer, revoke, decide] = [useAnswerRequest(), useRevokeGrant(), useDecideRequest()];
  const send = (said: string): Promise<unknown> => {
    if (words === 'answer') return answer.mutateAsync({ requestId, words: said });
    if (words === 'revoke') return revoke.mutateAsync({ requestId, words: said });
    return decide.mutateAsync({ requestId, round, decision: words, words: said });
  };
  return <WordsDialog of={words} send={send} onClose={onClose} />;
}

/** The review that an emergency opening needs from another person, or what it found. */
export function ReviewPanel({ request }: { request: LegalRequestView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const decides = useMay('legal.decide');
  const [outcome, setOutcome] = useState<BreakGlassOutcome | null>(null);
  const { opening, mayReview, reviewRefusal } = request;
  if (!opening) return null;
  const { review, reviewBy, overdue } = opening;
  if (review) {
    const found = { who: format.text(review.by.name), at: format.dateTime(review.at) };
    return (
      <p className="legal-next">
        {t(`legalRequest.review.found.${review.outcome}`, found)}{' '}
        <ByOnePerson when={review.by.personId === request.requestedBy.personId} />
      </p>
    );
  }
  return (
    <div className="emergency-panel above-2 measure">
      <p>
        <AlertOutlined aria-hidden /> <b>{t('legalRequest.review.owed')}</b>{' '}
        {t(overdue ? 'legalRequest.review.overdue' : 'legalRequest.review.by', { by: format.dateTime(reviewBy) })}
      </p>
      {mayReview && (
        <Acts>
          <Button type="primary" onClick={() => setOutcome('justified')}>
            {t('legalRequest.review.justified')}
          </Button>
          <Button danger onClick={() => setOutcome('not_justified')}>
            {t('legalRequest.review.not_justified')}
          </Button>
        </Acts>
      )}
      {!mayReview && decides && reviewRefusal && (
        <p className="admin-hint">
          {t(`legalRequest.reviewRefusal.${reviewRefusal}`, {
            at: request.againFrom === null ? '' : format.dateTime(request.againFrom),
          })}
        </p>
      )}
      {outcome && <Reviewing requestId={request.requestId} outcome={outcome} onClose={() => setOutcome(null)} />}
    </div>
  );
}

interface ReviewingProps {
  requestId: string;
  outcome: BreakGlassOutcome;
  onClose: () => void;
}

function Reviewing({ requestId, outcome, onClose }: ReviewingProps) {
  const review = useReviewOpening();
  const send = (words: string) => review.mutateAsync({ requestId, outcome, words });
  return <WordsDialog of={outcome} send={send} onClose={onClose} />;
}

export type WordsFor =
  | 'approve_listening'
  | 'reject'
  | 'ask_back'
  | 'answer'
  | 'revoke'
  | 'justified'
  | 'not_justified';

interface Props {
  of: WordsFor;
  send: (words: string) => Promise<unknown>;
  onClose: () => void;
}

/** The words that a step of a legal request needs. */
export function WordsDialog({ of, send, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      title={t(`legalRequest.dialog.${of}`)}
      label={t(`legalRequest.dialog.words.${of}`)}
      hint={t(`legalRequest.dialog.hint.${of}`)}
      okText={t('legalRequest.dialog.send')}
      maxLength={2000}
      rows={4}
      send={send}
      onClose={onClose}
    />
  );
}
