import { lazy, useState, type ComponentType } from 'react';
import { loaded } from '../../shell/later.js';
import { ToCome } from './to-come.js';

/** A part that is loaded when it is first opened, and stays afterwards, so that it can close as gently as it opened. */
export function whenOpened<P extends { open?: boolean }>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await loaded(load) }));
  return function Opened(props: P) {
    const [wasOpen, setWasOpen] = useState(false);
    if (props.open && !wasOpen) setWasOpen(true);
    return wasOpen || props.open ? <ToCome>{<Part {...props} />}</ToCome> : null;
  };
}
