import { useCallback, useRef } from 'react';
import { useLocation } from 'react-router';

const kept = new Map<string, number>();

/** Brings a list back to where it was when the person returns to it; `ready` once its rows are there. */
export function useKeptScroll(ready: boolean) {
  const { pathname, search } = useLocation();
  const key = pathname + search;
  const restored = useRef(false);
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      if (ready && !restored.current) {
        element.scrollTop = kept.get(key) ?? 0;
        restored.current = true;
      }
      const keep = () => void kept.set(key, element.scrollTop);
      element.addEventListener('scroll', keep, { passive: true });
      return () => element.removeEventListener('scroll', keep);
    },
    [key, ready],
  );
}
