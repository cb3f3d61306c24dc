import { signInPolicyRoutes, type SignInPolicyChange, type SignInPolicyDecision } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const KEY = ['company', 'sign-in-policy'] as const;

/** What signing in asks of everyone. */
export const useSignInPolicy = () => useRead([...KEY, 'rules'], signInPolicyRoutes.view);

export const useProposeSignInPolicy = () =>
  useChange((body: SignInPolicyChange) => send(signInPolicyRoutes.propose, { body }), KEY);

export const useDecideSignInPolicy = () =>
  useChange((body: SignInPolicyDecision) => send(signInPolicyRoutes.decide, { body }), KEY);

export const useWithoutSecondFactor = () => useRead([...KEY, 'without'], signInPolicyRoutes.without);
