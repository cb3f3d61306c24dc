import type { Me } from '#contracts';
import type { QueryClient } from '@tanstack/react-query';
import { lockAndAsk, ME, SIGNED_IN } from './forgetting.js';

/** Looks out for what a page is not told by an answer: another tab, and the browser's Back to a page that it froze. @returns what ends it */
export function watchTabs(client: QueryClient): () => void {
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
