import type { ModalProps } from 'antd';
import { whenOpened } from './when-opened.js';

/** Ant Design's dialog, loaded when a dialog is first opened. */
export const Modal = whenOpened<ModalProps>(() => import('./ant-modal.js').then((m) => m.Modal));
