import {
  accountRoutes,
  secondFactorRoutes,
  stepUpRoutes,
  tokensRoutes,
  type DisableSecondFactor,
  type NewToken,
  type PasswordChange,
  type StepUpRequest,
  serviceTokensRoutes,
  type NewServiceToken,
} from '#contracts';
import { send } from './api.js';
import { ME, useMeChange } from './session.js';
import { useChange, useRead, useReadAgain } from './queries.js';

/** Everything read about one's own account hangs below one key. */
const ACCOUNT = ['account'] as const;
const ALL_TOKENS = ['all-tokens'] as const;

export const useSecurity = () => useRead([...ACCOUNT, 'security'], accountRoutes.security);

export const useSessions = () => useRead([...ACCOUNT, 'sessions'], accountRoutes.sessions);

export const useTokens = () => useRead([...ACCOUNT, 'tokens'], tokensRoutes.own);

export const useAllTokens = (enabled: boolean) => useRead(ALL_TOKENS, tokensRoutes.all, {}, { enabled });

/** What a change of the account changes: the account itself, and who is signed in. */
export const ACCOUNT_AFTERWARDS = [ACCOUNT, ALL_TOKENS, ME];
const AFTERWARDS = ACCOUNT_AFTERWARDS;

export const useAccountReadAgain = () => useReadAgain(...AFTERWARDS);

export const useChangePassword = () =>
  useChange((body: PasswordChange) => send(accountRoutes.changePassword, { body }), ...AFTERWARDS);

export const useSendMailCode = () => useChange(() => send(accountRoutes.sendMailCode), ...AFTERWARDS);
export const useProveMail = () =>
  useChange((code: string) => send(accountRoutes.proveMail, { body: { code } }), ...AFTERWARDS);

/** @see useEndOtherSessions */
export const useEndSession = () =>
  useChange((sessionId: string) => send(accountRoutes.endOne, { sessionId }), ...AFTERWARDS);

export const useEndOtherSessions = () => useChange(() => send(accountRoutes.endOthers), ...AFTERWARDS);

export const useStepUpProof = () => useChange((body: StepUpRequest) => send(stepUpRoutes.stepUp, { body }));

export const useBeginSecondFactor = () => useChange(() => send(secondFactorRoutes.begin));

/** The account is read again only when the codes have been seen: until then nothing may take them off the screen. */
export const useConfirmSecondFactor = () =>
  useChange((code: string) => send(secondFactorRoutes.confirm, { body: { code } }));

export const useRenewRecoveryCodes = () => useChange(() => send(secondFactorRoutes.renew));

export const useDisableSecondFactor = () =>
  useChange((body: DisableSecondFactor) => send(secondFactorRoutes.disable, { body }), ...AFTERWARDS);

export const useRemoveSecondFactor = () =>
  useChange((accountId: string) => send(secondFactorRoutes.remove, { accountId }));

export const useCreateToken = () => useChange((body: NewToken) => send(tokensRoutes.create, { body }), ...AFTERWARDS);

export const useRevokeOwnToken = () =>
  useChange((tokenId: string) => send(tokensRoutes.revokeOwn, { tokenId }), ...AFTERWARDS);

export const useRevokeToken = () =>
  useChange((tokenId: string) => send(tokensRoutes.revoke, { tokenId }), ...AFTERWARDS);

/** The second step of signing in. */
export const useGiveCode = () => useMeChange((code: string) => send(stepUpRoutes.secondFactor, { body: { code } }));

export const useMoreTime = () => useMeChange(() => send(stepUpRoutes.moreTime));

const SERVICES = ['service-tokens'] as const;

export const useServiceTokens = (enabled: boolean) => useRead(SERVICES, serviceTokensRoutes.list, {}, { enabled });

export const useAskForService = () =>
  useChange((body: NewServiceToken) => send(serviceTokensRoutes.ask, { body }), SERVICES);

export const useConfirmService = () =>
  useChange((serviceTokenId: string) => send(serviceTokensRoutes.confirm, { serviceTokenId }), SERVICES);

export const useRevokeService = () =>
  useChange((serviceTokenId: string) => send(serviceTokensRoutes.revoke, { serviceTokenId }), SERVICES);
