import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Modal } from './modal.js';

interface Props {
  title: string;
  /** On the button that closes it. */
  done: string;
  width?: number;
  /** Beside that button. */
  beside?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Shows a secret, once. Only the button closes it: a slip of the mouse must not cost the secret. */
export function ShownOnce({ title, done, width = 520, beside, onClose, children }: Props) {
  const footer = (
    <>
      {beside}
      <Button type="primary" onClick={onClose}>
        {done}
      </Button>
    </>
  );
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={width}
      footer={footer}
    >
      {children}
    </Modal>
  );
}
