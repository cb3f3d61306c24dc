import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from './failure-note.js';
import { Modal } from './opened/modal.js';
import { useStepUp } from './step-up.js';

interface Props {
  title: string;
  okText: string;
  /** Something is missing: the action cannot be sent yet. */
  disabled?: boolean;
  /** Asked when it is to be sent: false where something is missing, which the dialog then says. */
  ready?: () => boolean;
  danger?: boolean;
  /** A slip of the mouse beside it does not close it. */
  keeps?: boolean;
  width?: number;
  /**
   * Does it. Where the server asks for a fresh proof of identity, that is asked for and this is done again. Undefined: the proof was
   * not given, and nothing was done.
   */
  send: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** The one dialog that does something: it waits while that is sent, stays open with the reason where it was refused, and closes when it is done. */
export function ActionDialog({ title, okText, width = 480, send, onClose, children, ...may }: Props) {
  const { t } = useTranslation();
  const { attempt, dialog } = useStepUp();
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const go = async () => {
    if (may.ready?.() === false) return;
    setSending(true);
    setFailure(null);
    try {
      // A route that answers nothing was done all the same: only a proof that was not given is `undefined` here.
      const done = await attempt(() => send().then((answer) => ({ answer })));
      if (done) onClose();
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
        title={title}
        okText={okText}
        cancelText={t('admin.cancel')}
        okButtonProps={{ disabled: may.disabled ?? false, danger: may.danger ?? false, loading: sending }}
        onOk={() => void go()}
        onCancel={onClose}
        mask={{ closable: !may.keeps }}
        width={width}
      >
        <div className="admin-dialog">
          {children}
          {failure !== null && <FailureNote error={failure} />}
        </div>
      </Modal>
      {dialog}
    </>
  );
}
