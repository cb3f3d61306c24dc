import {
  accountSecuritySchema,
  allTokensSchema,
  createdTokenSchema,
  enrolmentSchema,
  meSchema,
  recoveryCodesSchema,
  sessionListSchema,
  tokenListSchema,
  type DisableSecondFactor,
  type NewToken,
  type PasswordChange,
  type StepUpRequest,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';
import { ME } from './session.js';

/** Everything read about one's own account hangs below one key. */
const ACCOUNT = ['account'] as const;
const ALL_TOKENS = ['all-tokens'] as const;

export function useSecurity() {
  return useQuery({
    queryKey: [...ACCOUNT, 'security'],
    queryFn: ({ signal }) => read(accountSecuritySchema, api.GET('/api/v1/account', { signal })),
  });
}

export function useSessions() {
  return useQuery({
    queryKey: [...ACCOUNT, 'sessions'],
    queryFn: ({ signal }) => read(sessionListSchema, api.GET('/api/v1/account/sessions', { signal })),
  });
}

export function useTokens() {
  return useQuery({
    queryKey: [...ACCOUNT, 'tokens'],
    queryFn: ({ signal }) => read(tokenListSchema, api.GET('/api/v1/account/tokens', { signal })),
  });
}

export function useAllTokens(enabled: boolean) {
  return useQuery({
    queryKey: ALL_TOKENS,
    enabled,
    queryFn: ({ signal }) => read(allTokensSchema, api.GET('/api/v1/tokens', { signal })),
  });
}

/** Reads the account again, and who is signed in: a second factor changes both. */
function useReadAgain() {
  const client = useQueryClient();
  return async () => {
    await Promise.all([ACCOUNT, ALL_TOKENS, ME].map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}

export function useChangePassword() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (body: PasswordChange) => api.POST('/api/v1/account/password', { body }),
    onSuccess,
  });
}

/** @see useEndOtherSessions */
export function useEndSession() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (sessionId: string) =>
      api.DELETE('/api/v1/account/sessions/{sessionId}', { params: { path: { sessionId } } }),
    onSettled,
  });
}

export function useEndOtherSessions() {
  const onSettled = useReadAgain();
  return useMutation({ mutationFn: () => api.DELETE('/api/v1/account/sessions'), onSettled });
}

export function useStepUpProof() {
  return useMutation({ mutationFn: (body: StepUpRequest) => api.POST('/api/v1/auth/step-up', { body }) });
}

export function useBeginSecondFactor() {
  return useMutation({ mutationFn: () => read(enrolmentSchema, api.POST('/api/v1/account/second-factor')) });
}

/** The account is read again only when the codes have been seen: until then nothing may take them off the screen. */
export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (code: string) =>
      read(recoveryCodesSchema, api.POST('/api/v1/account/second-factor/confirm', { body: { code } })),
  });
}

export function useRenewRecoveryCodes() {
  return useMutation({
    mutationFn: () => read(recoveryCodesSchema, api.POST('/api/v1/account/second-factor/recovery-codes')),
  });
}

export const useAccountReadAgain = useReadAgain;

export function useDisableSecondFactor() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (body: DisableSecondFactor) => api.POST('/api/v1/account/second-factor/disable', { body }),
    onSuccess,
  });
}

export function useRemoveSecondFactor() {
  return useMutation({
    mutationFn: (accountId: string) =>
      api.DELETE('/api/v1/accounts/{accountId}/second-factor', { params: { path: { accountId } } }),
  });
}

export function useCreateToken() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (body: NewToken) => read(createdTokenSchema, api.POST('/api/v1/account/tokens', { body })),
    onSuccess,
  });
}

export function useRevokeOwnToken() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (tokenId: string) => api.DELETE('/api/v1/account/tokens/{tokenId}', { params: { path: { tokenId } } }),
    onSettled,
  });
}

export function useRevokeToken() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (tokenId: string) => api.DELETE('/api/v1/tokens/{tokenId}', { params: { path: { tokenId } } }),
    onSettled,
  });
}

/** The second step of signing in. */
export function useGiveCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => read(meSchema, api.POST('/api/v1/auth/second-factor', { body: { code } })),
    onSuccess: (me) => client.setQueryData(ME, me),
  });
}

export function useMoreTime() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => read(meSchema, api.POST('/api/v1/auth/second-factor/more-time')),
    onSuccess: (me) => client.setQueryData(ME, me),
  });
}
