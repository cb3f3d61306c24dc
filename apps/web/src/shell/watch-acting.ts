import { authRoutes, type Me } from '#contracts';
import type { QueryClient } from '@tanstack/react-query';
import { send } from '../data/api.js';
import { ME } from '../data/session.js';

/** Other pages of this browser have the same session: they are opened again. */
const ACTING_CHANGED = 'shouwen-acting';

export const tellOtherPages = (): void => localStorage.setItem(ACTING_CHANGED, String(Date.now()));

/** @returns what ends the watch */
export function watchActing(): () => void {
  const reload = ({ key }: StorageEvent) => {
    if (key === ACTING_CHANGED) window.location.reload();
  };
  window.addEventListener('storage', reload);
  return () => window.removeEventListener('storage', reload);
}

/** The deputyship ended while this page was open: the page says so, and what is on the screen stays to be read and copied. */
export async function noteActingOver(client: QueryClient): Promise<void> {
  if (client.getQueryData<Me | null>(ME)?.acting?.over !== false) return;
  const { acting } = await send(authRoutes.me);
  client.setQueryData<Me | null>(ME, (me) => me && { ...me, acting });
}
