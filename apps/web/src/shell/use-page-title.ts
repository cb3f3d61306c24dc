import { useEffect, type RefObject } from 'react';

const PRODUCT = '首问 Shouwen';

/** Gives the tab the name of the screen that is in it (WCAG 2.4.2): its heading, whenever that changes. */
export function usePageTitle(main: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = main;
    if (!current) return;
    const name = () => {
      const heading = current.querySelector('h1')?.textContent?.trim();
      const title = heading ? `${heading} – ${PRODUCT}` : PRODUCT;
      if (document.title !== title) document.title = title;
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(current, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = PRODUCT;
    };
  }, [main]);
}
