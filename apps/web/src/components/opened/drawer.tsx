import type { DrawerProps } from 'antd';
import { type ComponentType, lazy, useState } from 'react';
import { loaded } from '../../shell/later.js';
import { ToCome } from './part.js';

/** Ant Design's drawer, loaded when a drawer is first opened. */
export const Drawer = whenOpened<DrawerProps>(() => import('./ant-drawer.js').then((m) => m.Drawer));

/** A part that is loaded when it is first opened, and stays afterwards, so that it can close as gently as it opened. */
export function whenOpened<P extends { open?: boolean }>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await loaded(load) }));
  return function Opened(props: P) {
    const [wasOpen, setWasOpen] = useState(false);
    if (props.open && !wasOpen) setWasOpen(true);
    return wasOpen || props.open ? <ToCome>{<Part {...props} />}</ToCome> : null;
  };
}
