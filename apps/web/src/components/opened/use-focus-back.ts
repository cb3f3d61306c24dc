import { useEffect, useState } from 'react';

/**
 * Goes back to what had the focus when a dialog appeared, once it is gone. Most dialogs are taken away while they are open, so that the kit
 * has no chance to do it: the focus then fell to the top of the page.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
