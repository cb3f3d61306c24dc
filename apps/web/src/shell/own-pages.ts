import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** What the browser's history keeps beside the router's own, of a page that was looked at. */
interface Kept {
  of?: string;
}

const kept = (): Kept => (window.history.state ?? {}) as Kept;

/**
 * Marks each page in the tab's history with the account that looked at it. An address can say whom or what a person looked for: the browser's
 * Back leads no other person there.
 *
 * @returns whether the page at the address was another's
 */
export function useIsOfAnother(accountId: string): boolean {
  const { key } = useLocation();
  const { of } = kept();
  const another = of !== undefined && of !== accountId;
  useEffect(() => {
    if (another) return;
    window.history.replaceState({ ...(window.history.state as object | null), of: accountId }, '');
  }, [accountId, another, key]);
  return another;
}
