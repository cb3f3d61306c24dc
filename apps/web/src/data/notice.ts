import {
  invitationViewSchema,
  noticeSchema,
  type Acknowledge,
  type InvitationCheck,
  type OpenAccount,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from './http.js';
import { ME } from './session.js';

export function useNotice() {
  return useQuery({
    queryKey: ['notice'],
    queryFn: ({ signal }) => ask(noticeSchema, '/notice', { signal }),
  });
}

/** After it the session is open, and everything that was refused is asked anew. A newer version is shown instead. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Acknowledge) => tell('/notice/acknowledgement', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
    onError: () => client.invalidateQueries({ queryKey: ['notice'] }),
  });
}

export function useCheckInvitation() {
  return useMutation({
    mutationFn: (body: InvitationCheck) => ask(invitationViewSchema, '/open-account/check', { method: 'POST', body }),
  });
}

export function useOpenAccount() {
  return useMutation({ mutationFn: (body: OpenAccount) => tell('/open-account', { method: 'POST', body }) });
}

/** Asks anew who is signed in: after a new notice everybody owes a step, its author too. */
export function useRefreshSession(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ME });
}
