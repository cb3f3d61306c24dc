import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from './opened/modal.js';
import { Field } from './admin-page.js';
import { FailureNote } from './failure-note.js';

interface Props {
  title: string;
  label: string;
  hint: string;
  okText: string;
  /** Room for words: most characters, and lines to begin with. */
  maxLength?: number;
  rows?: number;
  /** Undefined: the proof that was asked for was not given, and nothing was done. */
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Takes the reason that a step needs, and stays open when it was refused. */
export function ReasonDialog({ title, label, hint, okText, maxLength = 500, rows = 3, send, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const id = useId();
  const go = async () => {
    setSending(true);
    setFailure(null);
    try {
      if ((await send(reason)) !== undefined) onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('admin.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 3, loading: sending }}
      onOk={() => void go()}
      onCancel={onClose}
      width={480}
    >
      <div className="admin-dialog">
        <Field label={label} htmlFor={id} hint={hint}>
          <Input.TextArea
            id={id}
            autoFocus
            rows={rows}
            maxLength={maxLength}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        {failure !== null && <FailureNote error={failure} />}
      </div>
    </Modal>
  );
}
