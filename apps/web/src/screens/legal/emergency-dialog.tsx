import type { LegalRequestInput } from '#contracts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ReasonDialog } from '../../components/dialogs.js';
import { useAsk, useBreakGlassTerms, useOpenInEmergency } from '../../data/legal.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  input: LegalRequestInput;
  draft: string | null;
  onDraft: (requestId: string) => void;
  onClose: () => void;
}

/** Asks once more before recordings are opened without approval: what it opens, who is told, and why it cannot wait. */
export function EmergencyDialog({ input, draft, onDraft, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const terms = useBreakGlassTerms();
  const [ask, open] = [useAsk(), useOpenInEmergency()];
  // What is sent again after a proof belongs to the same draft.
  const drafted = useRef(draft);
  const send = async (words: string) => {
    // Only the masked copy opens, to listen, for any choice in the form; the page says so.
    const asked = { ...input, action: 'listen', rendition: 'masked' } as const;
    const requestId = await ask.mutateAsync({ draft: drafted.current, input: asked });
    drafted.current = requestId;
    onDraft(requestId);
    await open.mutateAsync({ requestId, words });
    void navigate(`/legal/requests/${requestId}`);
  };
  const waiting = terms.data?.waiting;
  return (
    <ReasonDialog
      title={t('legalRequest.emergency.title')}
      intro={
        waiting ? (
          <p role="alert">
            {t(waiting.overdue ? 'legalRequest.emergency.overdue' : 'legalRequest.emergency.waits', {
              at: format.dateTime(waiting.openedAt),
            })}{' '}
            <Link to={`/legal/requests/${waiting.requestId}`}>{t('legalRequest.emergency.see')}</Link>
          </p>
        ) : (
          terms.data && (
            <ul className="emergency-terms">
              <li>{t('legalRequest.emergency.opens', terms.data)}</li>
              <li>{t('legalRequest.emergency.told')}</li>
              <li>{t('legalRequest.emergency.reviewed', { count: terms.data.reviewWorkingDays })}</li>
            </ul>
          )
        )
      }
      label={t('legalRequest.emergency.why')}
      hint={t('legalRequest.emergency.whyHint')}
      okText={t('legalRequest.emergency.go')}
      danger
      disabled={Boolean(waiting)}
      minLength={10}
      maxLength={2000}
      width={520}
      send={send}
      onClose={onClose}
    />
  );
}
