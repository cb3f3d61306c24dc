import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { loaded } from '../../shell/later.js';
import i18next from 'i18next';
import { PartNotLoaded, sayNotLoaded } from '../../shell/not-loaded.js';

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

interface Props {
  /** In the place of what is loaded. */
  meanwhile?: ReactNode;
  children: ReactNode;
}

/** A part of a screen that is loaded when it is needed. One that cannot be loaded takes nothing away: what was typed on the screen stays. */
export class ToCome extends Component<Props, { isMissing: boolean }> {
  override state = { isMissing: false };

  static getDerivedStateFromError(error: unknown) {
    if (!(error instanceof PartNotLoaded)) throw error;
    return { isMissing: true };
  }

  override componentDidCatch(error: unknown): void {
    if (!(error instanceof PartNotLoaded)) return;
    sayNotLoaded([i18next.t(error.isOutdated ? 'shell.upgraded' : 'shell.partNotLoaded')], i18next.t('shell.reload'));
  }

  override render(): ReactNode {
    const { meanwhile = null, children } = this.props;
    return this.state.isMissing ? meanwhile : <Suspense fallback={meanwhile}>{children}</Suspense>;
  }
}
