import type { ModalProps } from 'antd';
import { useFocusBack } from './use-focus-back.js';
import { whenOpened } from './drawer.js';

const Dialog = whenOpened<ModalProps>(() => import('./ant-modal.js').then((m) => m.Modal));

/** Ant Design's dialog, loaded when a dialog is first opened. */
export function Modal(props: ModalProps) {
  useFocusBack();
  return <Dialog {...props} />;
}
