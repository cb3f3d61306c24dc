import type { LegalRequestInput } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Modal } from '../../components/opened/modal.js';
import { Field } from '../../components/admin-page.js';
import { FailureNote } from '../../components/failure-note.js';
import { useStepUp } from '../../components/step-up.js';
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
  const { attempt, dialog } = useStepUp();
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const id = useId();
  const go = async () => {
    setSending(true);
    setFailure(null);
    try {
      // What is opened is the masked copy, to listen, whatever the form says; the page says so.
      const asked = { ...input, action: 'listen', rendition: 'masked' } as const;
      const requestId = await ask.mutateAsync({ draft, input: asked });
      onDraft(requestId);
      const opened = await attempt(() => open.mutateAsync({ requestId, words }));
      if (opened) void navigate(`/legal/requests/${requestId}`);
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Modal
        open
        title={t('legal.emergency.title')}
        okText={t('legal.emergency.go')}
        cancelText={t('admin.cancel')}
        okButtonProps={{
          danger: true,
          disabled: words.trim().length < 10 || Boolean(terms.data?.waiting),
          loading: sending,
        }}
        onOk={() => void go()}
        onCancel={onClose}
        width={520}
      >
        <div className="admin-dialog">
          {terms.data?.waiting && (
            <p role="alert">
              {t(terms.data.waiting.overdue ? 'legal.emergency.overdue' : 'legal.emergency.waits', {
                at: format.dateTime(terms.data.waiting.openedAt),
              })}{' '}
              <Link to={`/legal/requests/${terms.data.waiting.requestId}`}>{t('legal.emergency.see')}</Link>
            </p>
          )}
          {terms.data && !terms.data.waiting && (
            <ul className="emergency-terms">
              <li>{t('legal.emergency.opens', terms.data)}</li>
              <li>{t('legal.emergency.told')}</li>
              <li>{t('legal.emergency.reviewed', { count: terms.data.reviewWorkingDays })}</li>
            </ul>
          )}
          <Field label={t('legal.emergency.why')} htmlFor={id} hint={t('legal.emergency.whyHint')}>
            <Input.TextArea
              id={id}
              autoFocus
              rows={3}
              maxLength={2000}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          </Field>
          {failure !== null && <FailureNote error={failure} />}
        </div>
      </Modal>
      {dialog}
    </>
  );
}
