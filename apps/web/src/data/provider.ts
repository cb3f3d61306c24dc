import { providerRoutes, type NewGroupRole, type OpenWithProvider, providerSetupRoutes } from '#contracts';
import { send } from './api.js';
import { signedOutHere } from './signed-out.js';
import { ACCOUNT_AFTERWARDS } from './account.js';
import { useChange, useRead } from './queries.js';
import { useMeChange } from './session.js';

/** What one of our windows tells the others when a person has proved at the provider who they are. */
const PROVED = 'shouwen-proved';

export function tellProved(): void {
  const channel = new BroadcastChannel(PROVED);
  channel.postMessage(PROVED);
  channel.close();
}

/** @returns what ends the listening */
export function onProved(then: () => void): () => void {
  const channel = new BroadcastChannel(PROVED);
  channel.addEventListener('message', then);
  return () => channel.close();
}

const PLACE = 'shouwen-place';

/** Keeps where a person was going, in this window, while it is at the provider. */
export const keepPlace = (): void => sessionStorage.setItem(PLACE, location.pathname + location.search);

export function keptPlace(): string {
  const place = sessionStorage.getItem(PLACE) ?? '/';
  sessionStorage.removeItem(PLACE);
  // Only ever a page of our own.
  return /^\/(?![/\\])/.test(place) ? place : '/';
}

/** After a person with an account there signed out here: where they sign out there too. */
export const useProviderSignOut = () =>
  useRead(['provider-sign-out'], providerRoutes.signOut, {}, { enabled: signedOutHere() });

export const useWaysIn = () => useRead(['ways-in'], providerRoutes.ways);

/** Sends this page to the identity provider. @throws RequestFailure */
export async function leaveForProvider(purpose: 'sign_in' | 'again' | 'link'): Promise<void> {
  const route = { sign_in: providerRoutes.begin, again: providerRoutes.again, link: providerRoutes.link }[purpose];
  const { address } = await send(route);
  location.assign(address);
}

export const useLeaveForProvider = () => useChange(leaveForProvider);

/** What the provider answered. It says who is signed in afterwards. */
export const finishAtProvider = (answer: string) => send(providerRoutes.finish, { body: { answer } });

export const useOpenWithProvider = () => useMeChange((body: OpenWithProvider) => send(providerRoutes.open, { body }));

export const useUnlinkOwn = () => useChange(() => send(providerRoutes.unlinkOwn), ...ACCOUNT_AFTERWARDS);

export const useUnlink = () => useChange((accountId: string) => send(providerRoutes.unlink, { accountId }), ['people']);

const SETUP = ['provider-setup'] as const;

export const useProviderSetup = () => useRead([...SETUP], providerSetupRoutes.view);

export const useAddGroup = () => useChange((body: NewGroupRole) => send(providerSetupRoutes.addGroup, { body }), SETUP);

export const useRemoveGroup = () =>
  useChange((groupRoleId: string) => send(providerSetupRoutes.removeGroup, { groupRoleId }), SETUP);
