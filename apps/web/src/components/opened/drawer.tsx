import type { DrawerProps } from 'antd';
import { whenOpened } from './when-opened.js';

/** Ant Design's drawer, loaded when a drawer is first opened. */
export const Drawer = whenOpened<DrawerProps>(() => import('./ant-drawer.js').then((m) => m.Drawer));
