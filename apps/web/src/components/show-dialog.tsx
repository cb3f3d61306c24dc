import type { ReactNode } from 'react';
import { Modal } from './opened/modal.js';

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
