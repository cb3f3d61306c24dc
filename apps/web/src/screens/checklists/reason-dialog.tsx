import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../components/opened/modal.js';
import { Field } from '../../components/admin-page.js';
import { FailureNote } from '../../components/failure-note.js';

interface Props {
  title: string;
  hint: string;
  ok: string;
  sending: boolean;
  error: unknown;
  onYes: (reason: string) => void;
  onClose: () => void;
}

const LEAST = 10;

/** What cannot be undone asks for a reason in words. */
export function ReasonDialog({ title, hint, ok, sending, error, onYes, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t('admin.cancel')}
      okButtonProps={{ disabled: reason.trim().length < LEAST, loading: sending }}
      onOk={() => onYes(reason.trim())}
      onCancel={onClose}
      width={480}
    >
      <div className="admin-dialog">
        <p>{hint}</p>
        <Field label={t('checklists.reason')} htmlFor={id} hint={t('checklists.reasonHint')}>
          <Input.TextArea id={id} rows={3} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
        </Field>
        {error ? <FailureNote error={error} /> : null}
      </div>
    </Modal>
  );
}
