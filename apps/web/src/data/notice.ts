import { noticeRoutes, type Acknowledge, type InvitationCheck, type OpenAccount } from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { ME } from './session.js';
import { useChange, useRead, useReadAgain } from './queries.js';

export const useNotice = () => useRead(['notice'], noticeRoutes.current);

/** After it the session is open, and everything that was refused is asked again. A newer version is shown instead. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Acknowledge) => send(noticeRoutes.acknowledge, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
    onError: () => client.invalidateQueries({ queryKey: ['notice'] }),
  });
}

export const useCheckInvitation = () => useChange((body: InvitationCheck) => send(noticeRoutes.check, { body }));

export const useOpenAccount = () => useChange((body: OpenAccount) => send(noticeRoutes.open, { body }));

/** Asks again who is signed in: after a new notice everyone owes a step, its author too. */
export const useRefreshSession = () => useReadAgain(ME);
