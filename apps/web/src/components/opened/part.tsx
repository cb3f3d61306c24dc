import { lazy, type ComponentType, type ReactNode } from 'react';
import { loaded } from '../../shell/later.js';
import { ToCome } from './to-come.js';

/** A part that the first view does without, loaded when it is first drawn. Its file exports it and nothing else. Until then `meanwhile` is shown. */
export function part<P extends object>(
  load: () => Promise<Record<string, ComponentType<P>>>,
  meanwhile: ReactNode | ((props: P) => ReactNode) = null,
): ComponentType<P> {
  const Part = lazy(async () => {
    const [only] = Object.values(await loaded(load));
    if (!only) throw new Error('The file of a part exports no part');
    return { default: only };
  });
  return function PartToCome(props: P) {
    return (
      <ToCome meanwhile={typeof meanwhile === 'function' ? meanwhile(props) : meanwhile}>
        <Part {...props} />
      </ToCome>
    );
  };
}
