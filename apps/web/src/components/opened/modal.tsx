import type { ModalProps } from 'antd';
import { useEffect, useState } from 'react';
import { whenOpened } from './drawer.js';

/** What was done is read again, and may take the opener away, a while after the dialog is gone. Milliseconds. */
const LOOKS = [0, 300, 1_000, 3_000];
const FOCUSED = 'a[href], button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/**
 * Goes back to what had the focus when a dialog appeared, once it is gone. Most dialogs are taken away while they are open, so that the kit
 * has no chance to do it: the focus then fell to the top of the page. Where the opener is gone too, what is nearest to its place takes it.
 */
function useFocusBack(): void {
  const [opener] = useState(() => withPlaces(document.activeElement));
  useEffect(
    () => () => {
      for (const ms of LOOKS) setTimeout(() => requestAnimationFrame(() => focusBack(opener)), ms);
    },
    [opener],
  );
}

/** The opener, and what it lay in, innermost first. */
function withPlaces(opener: Element | null): HTMLElement[] {
  const places: HTMLElement[] = [];
  for (let one = opener; one instanceof HTMLElement && one !== document.body; one = one.parentElement) places.push(one);
  return places;
}

function focusBack([opener, ...places]: readonly HTMLElement[]): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost || !opener) return;
  const near = () => places.filter((one) => one.isConnected).map((one) => one.querySelector<HTMLElement>(FOCUSED));
  const next = opener.isConnected ? opener : near().find((one) => one !== null);
  next?.focus({ preventScroll: true });
}

const Dialog = whenOpened<ModalProps>(() => import('./ant-modal.js').then((m) => m.Modal));

/** Ant Design's dialog, loaded when a dialog is first opened. */
export function Modal(props: ModalProps) {
  useFocusBack();
  return <Dialog {...props} />;
}
