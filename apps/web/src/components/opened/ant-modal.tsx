import { Modal as AntModal, type ModalProps } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';

const FIELD = ['input', 'textarea', 'select']
  .map((name) => `${name}:not(:disabled, [type=hidden], [tabindex="-1"])`)
  .join();
const SAFE = '.ant-modal-footer button:not(.ant-btn-primary, .ant-btn-dangerous)';

/** Ant Design's dialog, which puts the focus on its cross. */
export function Modal({ children, ...props }: ModalProps) {
  return (
    <AntModal {...props}>
      <Body>{children}</Body>
    </AntModal>
  );
}

/** A person goes on at what the dialog asks for: the first field has the focus or, without one, the button that changes nothing. */
function Body({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const dialog = body.current?.closest('[role=dialog]');
    // A field that asked for the focus has it.
    if (!dialog || dialog.contains(document.activeElement)) return;
    const first = body.current?.querySelector<HTMLElement>(FIELD) ?? dialog.querySelector<HTMLElement>(SAFE);
    first?.focus({ preventScroll: true });
  }, []);
  return <div ref={body}>{children}</div>;
}
