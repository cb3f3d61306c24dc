import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce.js';
import { FailureNote } from './failure-note.js';
import { Modal } from './opened/modal.js';

export interface SendDialogProps {
  title: string;
  okText: string;
  cancelText?: string;
  /** Something is missing: the action cannot be sent yet. */
  disabled?: boolean;
  /** Asked when it is to be sent: false where something is missing, which the dialog then says. */
  ready?: () => boolean;
  danger?: boolean;
  /** A slip of the mouse beside it does not close it. */
  keeps?: boolean;
  width?: number;
  send: () => Promise<unknown>;
  /** When it was done. The dialog closes unless something else is said here. */
  onDone?: () => void;
  onClose: () => void;
  /** With `go`, a field's Enter sends as the button does. */
  children: ReactNode | ((go: () => void) => ReactNode);
}

/** How every dialog that does something behaves: it waits while that is sent, stays open with the reason where it was refused, and closes when it is done. */
export function SendDialog({ title, okText, width = 480, send, onClose, onDone = onClose, ...may }: SendDialogProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const go = async () => {
    if (sending || may.disabled || may.ready?.() === false) return;
    setSending(true);
    setFailure(null);
    try {
      if ((await send()) === NOT_DONE) return;
      announce(t('admin.isDone', { what: okText }));
      onDone();
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  const press = () => void go();
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={may.cancelText ?? t('admin.cancel')}
      okButtonProps={{ disabled: may.disabled ?? false, danger: may.danger ?? false, loading: sending }}
      onOk={press}
      onCancel={onClose}
      mask={{ closable: !may.keeps }}
      width={width}
    >
      <div className="admin-dialog column gap-3">
        {typeof may.children === 'function' ? may.children(press) : may.children}
        {failure !== null && <FailureNote error={failure} />}
      </div>
    </Modal>
  );
}

/** What `send` resolves to where nothing was done, and nothing went wrong. */
export const NOT_DONE = Symbol('not done');
