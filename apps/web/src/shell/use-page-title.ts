import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';
import { announce } from '../components/announce.js';

const PRODUCT = '首问 Shouwen';

/**
 * Gives the tab the name of the screen that is in it (WCAG 2.4.2): its heading, whenever that changes. A screen that was gone to is announced,
 * since a screen reader hears nothing of a page that changes in place, and takes the focus where the way there took it away.
 */
export function usePageTitle(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  // The browser announces the first.
  const announced = useRef(pathname);
  useEffect(() => {
    const { current } = main;
    if (!current) return;
    const name = () => {
      const h1 = current.querySelector('h1');
      const heading = h1?.textContent?.trim();
      const title = heading ? `${heading} – ${PRODUCT}` : PRODUCT;
      if (document.title !== title) document.title = title;
      if (!heading || announced.current === pathname) return;
      announced.current = pathname;
      announce(heading, h1?.lang || undefined);
      if (document.activeElement === document.body) current.focus({ preventScroll: true });
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(current, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      document.title = PRODUCT;
    };
  }, [main, pathname]);
}
