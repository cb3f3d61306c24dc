import type { ReactNode } from 'react';
import { useStepUp } from './step-up.js';
import { Modal } from './opened/modal.js';
import { NOT_DONE, SendDialog, type SendDialogProps } from './send-dialog.js';

/** The one dialog that does something. Where the server asks for a fresh proof of identity, that is asked for and it is done again. */
export function ActionDialog({ send, ...dialog }: SendDialogProps) {
  const { attempt, dialog: proof } = useStepUp();
  return (
    <>
      {/* A route that answers nothing was done all the same: only a proof that was not given is `undefined` here. */}
      <SendDialog {...dialog} send={async () => (await attempt(() => send().then(() => true))) ?? NOT_DONE} />
      {proof}
    </>
  );
}

interface Props {
  title: string;
  width: number;
  open?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The one dialog that only shows something. What can be done in it has buttons of its own. */
export function ShowDialog({ open = true, title, width, onClose, children }: Props) {
  return (
    <Modal open={open} title={title} footer={null} onCancel={onClose} width={width} destroyOnHidden>
      {children}
    </Modal>
  );
}
