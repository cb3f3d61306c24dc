/*
 * What of drafts is kept in the browser until the server has it belongs to the account that wrote it, and goes when it signs out: on a shared
 * machine the next person finds nothing. Before that, what is open is saved.
 */

/** Of every place that holds something of an account's. */
export const placesOfAccount = (accountId: string): string => `shouwen-draft ${accountId} `;

const gone = new Set<string>();
const savers = new Set<() => Promise<unknown>>();

/** An editor that is open: what it has not saved is saved before signing out. @returns what ends it */
export function savesBeforeSignOut(save: () => Promise<unknown>): () => void {
  savers.add(save);
  return () => void savers.delete(save);
}

/** A save that is refused does not hold signing out up. */
export const saveOpenDrafts = (): Promise<unknown> => Promise.allSettled([...savers].map((save) => save()));

/** Also for an editor that is taken down after the person has signed out, and would keep what it has. */
export const mayKeep = (place: string): boolean => ![...gone].some((one) => place.startsWith(placesOfAccount(one)));

/** The account is signed in again. */
export const keepAgain = (accountId: string): void => void gone.delete(accountId);

export function forgetDraftsOf(accountId: string): void {
  gone.add(accountId);
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(placesOfAccount(accountId))) localStorage.removeItem(key);
  } catch {
    // No storage, and nothing in it.
  }
}
