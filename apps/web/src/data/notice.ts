import {
  invitationViewSchema,
  noticeSchema,
  type Acknowledge,
  type InvitationCheck,
  type OpenAccount,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { ME } from './session.js';

export function useNotice() {
  return useQuery({
    queryKey: ['notice'],
    queryFn: ({ signal }) => read(noticeSchema, api.GET('/api/v1/notice', { signal })),
  });
}

/** After it the session is open, and everything that was refused is asked anew. A newer version is shown instead. */
export function useAcknowledge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Acknowledge) => api.POST('/api/v1/notice/acknowledgement', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
    onError: () => client.invalidateQueries({ queryKey: ['notice'] }),
  });
}

export function useCheckInvitation() {
  return useMutation({
    mutationFn: (body: InvitationCheck) => read(invitationViewSchema, api.POST('/api/v1/open-account/check', { body })),
  });
}

export function useOpenAccount() {
  return useMutation({ mutationFn: (body: OpenAccount) => api.POST('/api/v1/open-account', { body }) });
}

/** Asks anew who is signed in: after a new notice everybody owes a step, its author too. */
export function useRefreshSession(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ME });
}
