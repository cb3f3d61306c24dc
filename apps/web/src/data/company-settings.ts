import {
  type NewWall,
  type RedactionChange,
  type RedactionDecision,
  redactionRoutes,
  type SignInPolicyChange,
  type SignInPolicyDecision,
  signInPolicyRoutes,
  type SmallHouseChoice,
  smallHouseRoutes,
  wallsRoutes,
} from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';
import { ME } from './session.js';

const WALLS = ['walls'] as const;

export const useWalls = () =>
  useRead(WALLS, wallsRoutes.list, undefined, {
    // A link is opened on another device, which tells this page nothing.
    refetchInterval: ({ state }) => (state.data?.items.some(({ openedAt }) => openedAt === null) ? WALL_MS : false),
  });
export const useMakeWall = () => useChange((body: NewWall) => send(wallsRoutes.make, { body }), WALLS);
export const useRevokeWall = () => useChange((wallId: string) => send(wallsRoutes.revoke, { wallId }), WALLS);

/** How often it is read whether a link was opened. */
const WALL_MS = 5_000;

const REDACTION_KEY = ['company', 'redaction'] as const;

/** What is hidden in words and sound. */
export const useRedaction = () => useRead(REDACTION_KEY, redactionRoutes.view);

export const useChangeRedaction = () =>
  useChange((body: RedactionChange) => send(redactionRoutes.change, { body }), REDACTION_KEY);
export const useDecideRedaction = () =>
  useChange((body: RedactionDecision) => send(redactionRoutes.decide, { body }), REDACTION_KEY);

const SMALL_HOUSE_KEY = ['company', 'small-house'] as const;

/** Whether one person may decide twice here. */
export const useSmallHouse = () => useRead(SMALL_HOUSE_KEY, smallHouseRoutes.view);

export const useChooseSmallHouse = () =>
  useChange((body: SmallHouseChoice) => send(smallHouseRoutes.choose, { body }), ['company'], ME);

export const useTakeRoles = () =>
  useChange((body: SmallHouseChoice) => send(smallHouseRoutes.takeRoles, { body }), ['company'], ME);

export const useAgreeSmallHouse = () => useChange(() => send(smallHouseRoutes.agree), SMALL_HOUSE_KEY, ME);

export const useEndSmallHouse = () => useChange(() => send(smallHouseRoutes.end), SMALL_HOUSE_KEY, ME);

const SIGN_IN_POLICY_KEY = ['company', 'sign-in-policy'] as const;

/** What signing in asks of everyone. */
export const useSignInPolicy = () => useRead([...SIGN_IN_POLICY_KEY, 'rules'], signInPolicyRoutes.view);

export const useProposeSignInPolicy = () =>
  useChange((body: SignInPolicyChange) => send(signInPolicyRoutes.propose, { body }), SIGN_IN_POLICY_KEY);

export const useDecideSignInPolicy = () =>
  useChange((body: SignInPolicyDecision) => send(signInPolicyRoutes.decide, { body }), SIGN_IN_POLICY_KEY);

export const useWithoutSecondFactor = () => useRead([...SIGN_IN_POLICY_KEY, 'without'], signInPolicyRoutes.without);
