import {
  accountRoutes,
  secondFactorRoutes,
  stepUpRoutes,
  tokensRoutes,
  type DisableSecondFactor,
  type NewToken,
  type PasswordChange,
  type StepUpRequest,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { ME } from './session.js';

/** Everything read about one's own account hangs below one key. */
const ACCOUNT = ['account'] as const;
const ALL_TOKENS = ['all-tokens'] as const;

export function useSecurity() {
  return useQuery({
    queryKey: [...ACCOUNT, 'security'],
    queryFn: ({ signal }) => send(accountRoutes.security, { signal }),
  });
}

export function useSessions() {
  return useQuery({
    queryKey: [...ACCOUNT, 'sessions'],
    queryFn: ({ signal }) => send(accountRoutes.sessions, { signal }),
  });
}

export function useTokens() {
  return useQuery({
    queryKey: [...ACCOUNT, 'tokens'],
    queryFn: ({ signal }) => send(tokensRoutes.own, { signal }),
  });
}

export function useAllTokens(enabled: boolean) {
  return useQuery({
    queryKey: ALL_TOKENS,
    enabled,
    queryFn: ({ signal }) => send(tokensRoutes.all, { signal }),
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
    mutationFn: (body: PasswordChange) => send(accountRoutes.changePassword, { body }),
    onSuccess,
  });
}

/** @see useEndOtherSessions */
export function useEndSession() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (sessionId: string) => send(accountRoutes.endOne, { sessionId }),
    onSettled,
  });
}

export function useEndOtherSessions() {
  const onSettled = useReadAgain();
  return useMutation({ mutationFn: () => send(accountRoutes.endOthers), onSettled });
}

export function useStepUpProof() {
  return useMutation({ mutationFn: (body: StepUpRequest) => send(stepUpRoutes.stepUp, { body }) });
}

export function useBeginSecondFactor() {
  return useMutation({ mutationFn: () => send(secondFactorRoutes.begin) });
}

/** The account is read again only when the codes have been seen: until then nothing may take them off the screen. */
export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (code: string) => send(secondFactorRoutes.confirm, { body: { code } }),
  });
}

export function useRenewRecoveryCodes() {
  return useMutation({
    mutationFn: () => send(secondFactorRoutes.renew),
  });
}

export const useAccountReadAgain = useReadAgain;

export function useDisableSecondFactor() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (body: DisableSecondFactor) => send(secondFactorRoutes.disable, { body }),
    onSuccess,
  });
}

export function useRemoveSecondFactor() {
  return useMutation({
    mutationFn: (accountId: string) => send(secondFactorRoutes.remove, { accountId }),
  });
}

export function useCreateToken() {
  const onSuccess = useReadAgain();
  return useMutation({
    mutationFn: (body: NewToken) => send(tokensRoutes.create, { body }),
    onSuccess,
  });
}

export function useRevokeOwnToken() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (tokenId: string) => send(tokensRoutes.revokeOwn, { tokenId }),
    onSettled,
  });
}

export function useRevokeToken() {
  const onSettled = useReadAgain();
  return useMutation({
    mutationFn: (tokenId: string) => send(tokensRoutes.revoke, { tokenId }),
    onSettled,
  });
}

/** The second step of signing in. */
export function useGiveCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => send(stepUpRoutes.secondFactor, { body: { code } }),
    onSuccess: (me) => client.setQueryData(ME, me),
  });
}

export function useMoreTime() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send(stepUpRoutes.moreTime),
    onSuccess: (me) => client.setQueryData(ME, me),
  });
}
