import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Me } from '#contracts';
import { PushProvider } from '../data/push.js';
import { useMe } from '../data/session.js';
import { AntDesign } from '../theme/ant-design.js';
import { Shell } from './shell.js';
import { lockAndAsk, ME, SIGNED_IN } from '../data/forgetting.js';

/** Everything that only a signed-in person needs, so that the sign-in screen need not load it. */
export function Inside() {
  const client = useQueryClient();
  useEffect(() => watchTabs(client), [client]);
  const another = useIsOfAnother(useMe().accountId);
  if (another) return <Navigate to="/home" replace />;
  return (
    <AntDesign>
      <PushProvider>
        <Shell />
      </PushProvider>
    </AntDesign>
  );
}

/**
 * Watches for changes that no response reports: another tab, or a page restored from the browser’s back/forward cache. @returns a function that
 * stops watching
 */
function watchTabs(client: QueryClient): () => void {
  const changed = ({ key, newValue }: StorageEvent) => {
    const mine = client.getQueryData<Me | null>(ME)?.accountId;
    if (key !== SIGNED_IN || mine === newValue) return;
    lockAndAsk(client);
  };
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) lockAndAsk(client);
  };
  window.addEventListener('storage', changed);
  window.addEventListener('pageshow', shown);
  return () => {
    window.removeEventListener('storage', changed);
    window.removeEventListener('pageshow', shown);
  };
}

/** What the browser's history keeps beside the router's own, of a page that was looked at. */
interface Kept {
  of?: string;
}

const kept = (): Kept => (window.history.state ?? {}) as Kept;

/**
 * Marks each history entry with the account that visited it. An address can reveal whom or what a person searched for, so Back never shows another
 * person’s page.
 *
 * @returns whether the page at the address was another's
 */
function useIsOfAnother(accountId: string): boolean {
  const { key } = useLocation();
  const { of } = kept();
  const another = of !== undefined && of !== accountId;
  useEffect(() => {
    if (another) return;
    window.history.replaceState({ ...(window.history.state as object | null), of: accountId }, '');
  }, [accountId, another, key]);
  return another;
}
