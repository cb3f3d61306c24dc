import { useEffect, type RefObject } from 'react';

/**
 * What has the focus in the card stays in sight when something beside it changes its size (WCAG 2.4.11): `sized`, or what lies in it, such as
 * an item whose words come late. `isThere` says whether `sized` is shown.
 */
export function useStaysInSight(sized: RefObject<HTMLElement | null>, isThere = true): void {
  useEffect(() => {
    if (!sized.current) return;
    const observer = new ResizeObserver(() => {
      const focused = document.activeElement;
      if (focused?.closest('.card-scroll')) focused.scrollIntoView({ block: 'nearest' });
    });
    for (const one of [sized.current, ...sized.current.children]) observer.observe(one);
    return () => observer.disconnect();
  }, [sized, isThere]);
}
