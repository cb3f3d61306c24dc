import { authRoutes, type Me } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { leave, ME } from './forgetting.js';
import { forgetDraftsOf, saveOpenDrafts } from './kept-drafts.js';
import { noteSignedOut } from './signed-out.js';

/** Signing out forgets every call that was read, so that the next person on this machine finds nothing. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await saveOpenDrafts();
      await send(authRoutes.logout);
    },
    onSuccess: () => {
      const me = client.getQueryData<Me | null>(ME);
      if (me?.proofs.includes('provider')) noteSignedOut();
      leave(client);
      if (me) forgetDraftsOf(me.accountId);
      // Nothing of the product stays on a machine that a person signed out of (`offline/service-worker.ts`).
      // By its registration: the page that installed it is not controlled by it before the next load.
      navigator.serviceWorker
        ?.getRegistration()
        .then((made) => made?.active?.postMessage('forget'))
        .catch(() => undefined);
    },
  });
}
