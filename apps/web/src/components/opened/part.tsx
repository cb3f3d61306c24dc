import { lazy, type ComponentType, type ReactNode } from 'react';
import { loaded } from '../../shell/later.js';
import { ToCome } from './to-come.js';

type Meanwhile<P> = ReactNode | ((props: P) => ReactNode);

/** A part that the first view does without, loaded when it is first drawn. Its file exports it and nothing else. Until then `meanwhile` is shown. */
export function part<P extends object>(
  load: () => Promise<Record<string, ComponentType<P>>>,
  meanwhile: Meanwhile<P> = null,
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

/**
 * The parts of a folder, in one file that is loaded when the first of them is drawn:
 * `const { GoalDialog, MomentDialog } = parts(() => import('./dialogs.js'))`.
 */
export function parts<M extends object>(load: () => Promise<M>, meanwhile: ReactNode = null): M {
  const of = (name: keyof M) => async () => ({ one: (await load())[name] as ComponentType<object> });
  return new Proxy({} as M, { get: (_, name) => part(of(name as keyof M), meanwhile) });
}
