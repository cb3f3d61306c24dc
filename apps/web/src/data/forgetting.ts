import type { Me } from '#contracts';
import type { QueryClient } from '@tanstack/react-query';
import { announce } from '../components/announce.js';
import { askAs } from './http.js';

/*
 * What a browser keeps of a person ends with the person's session. Everything by which the page learns who is signed in goes
 * through `settle`: where it is another than before, or no one any more, what was typed is set aside for the account that typed it, and every
 * answer goes before the next is drawn. Shell, dialogs and player leave the page with the account, and another account gets a page of its own,
 * loaded for it (`shell/signed-in.tsx`): until then nothing is asked for it here.
 */

export const ME = ['me'] as const;

/** Whether an answer is of the page and of no person: who is signed in, and which ways in there are. */
const OF_NO_ONE: readonly unknown[] = [ME[0], 'ways-in'];

/** What `typed.ts` does, once a page has forms: the sign-in screen does without. */
interface Typing {
  setAside: (accountId: string) => void;
  forget: (accountId: string) => void;
  has: (accountId: string) => boolean;
  kept: () => Promise<unknown>;
}
let typing: Typing | undefined;
export const typesBy = (its: Typing): void => void (typing = its);
export const hasTyped = (accountId: string): boolean => typing?.has(accountId) === true;
/** Resolves when what was set aside is in the browser's storage. */
export const typedIsKept = async (): Promise<unknown> => typing?.kept();

/** Whose this page is, from when it was loaded: the first who was signed in on it. */
let pageOf: string | null = null;

/** Where the account went last in this tab (`shell/recent-places.ts`), by names of agents and matters: it goes with the answers. */
export const RECENT = 'shouwen.recent';
const TAB_OF = 'shouwen-tab-of';

/** What the tab keeps beside the page is of one account as well: a list that was left, a batch that was sent, where it went last. */
function own(accountId: string): void {
  const before = sessionStorage.getItem(TAB_OF);
  if (before !== null && before !== accountId) sessionStorage.clear();
  sessionStorage.setItem(TAB_OF, accountId);
}

/** Did the person who was here last sign out themselves? Else the page is locked. */
let left = false;
export const hasLeft = (): boolean => left;

/** The person signs out: nothing waits here for them, and other tabs of the browser are told. */
export function leave(client: QueryClient): void {
  const me = client.getQueryData<Me | null>(ME);
  left = true;
  lock(client);
  if (me) typing?.forget(me.accountId);
  tellOtherTabs('');
}

/** @returns `me` */
export function settle<M extends Me | null>(client: QueryClient, me: M): M {
  const before = client.getQueryData<Me | null>(ME);
  if (before && before.accountId !== me?.accountId) {
    typing?.setAside(before.accountId);
    forgetAnswers(client);
    announce('');
    sessionStorage.removeItem(RECENT);
  }
  if (me) {
    left = false;
    pageOf ??= me.accountId;
    own(me.accountId);
  }
  askAs(me && me.accountId === pageOf ? pageOf : null);
  return me;
}

/** A person signed in here, or proved a further step. */
export function nowIs(client: QueryClient, me: Me | null): void {
  const before = client.getQueryData<Me | null>(ME);
  client.setQueryData(ME, settle(client, me));
  if (me && before?.accountId !== me.accountId) tellOtherTabs(me.accountId);
}

/** The session is over for this page: the sign-in screen takes the place of everything, at the same address. */
export function lock(client: QueryClient): void {
  if (client.getQueryData(ME)) nowIs(client, null);
}

/** Every answer that was read, and what was sent. @param type `inactive`: what is not on the screen */
export function forgetAnswers(client: QueryClient, type: 'all' | 'inactive' = 'all'): void {
  const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => !OF_NO_ONE.includes(queryKey[0]);
  void client.cancelQueries({ predicate, type }, { silent: true });
  client.removeQueries({ predicate, type });
  client.getMutationCache().clear();
}

/** Whom the browser's session is of, as another tab of it says: its pages are of one session. */
export const SIGNED_IN = 'shouwen-signed-in';

export function tellOtherTabs(accountId: string): void {
  try {
    localStorage.setItem(SIGNED_IN, accountId);
  } catch {
    // No storage: the server refuses what they ask for another account.
  }
}

/** Asks again who is signed in; the page is locked meanwhile. */
export function lockAndAsk(client: QueryClient): void {
  lock(client);
  void client.invalidateQueries({ queryKey: ME });
}
