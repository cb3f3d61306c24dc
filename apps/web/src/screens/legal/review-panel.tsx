import { AlertOutlined } from '@ant-design/icons';
import type { BreakGlassOutcome, LegalRequestView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { Acts } from '../../components/acts.js';
import { useReviewOpening } from '../../data/legal.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { WordsDialog } from './words-dialog.js';

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
    <div className="emergency-panel">
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
