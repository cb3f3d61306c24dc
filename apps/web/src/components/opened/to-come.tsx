import i18next from 'i18next';
import { Component, Suspense, type ReactNode } from 'react';
import { PartNotLoaded, sayNotLoaded } from '../../shell/not-loaded.js';

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
