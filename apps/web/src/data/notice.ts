import { noticeRoutes, type Acknowledge, type InvitationCheck, type OpenAccount } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { ME } from './session.js';

export function useNotice() {
  return useQuery({
    queryKey: ['notice'],
    queryFn: ({ signal }) => send(noticeRoutes.current, { signal }),
  });
}

/** After it the session is open, and everything that was refused is asked again. A newer version is shown instead. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Acknowledge) => send(noticeRoutes.acknowledge, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
    onError: () => client.invalidateQueries({ queryKey: ['notice'] }),
  });
}

export function useCheckInvitation() {
  return useMutation({
    mutationFn: (body: InvitationCheck) => send(noticeRoutes.check, { body }),
  });
}

export function useOpenAccount() {
  return useMutation({ mutationFn: (body: OpenAccount) => send(noticeRoutes.open, { body }) });
}

/** Asks again who is signed in: after a new notice everyone owes a step, its author too. */
export function useRefreshSession(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ME });
}
