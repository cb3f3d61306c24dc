import { useEffect, useEffectEvent, useState, type Dispatch, type SetStateAction } from 'react';
import { useMe } from './session.js';
import { setsAside, takeBack } from './typed.js';

/**
 * State that is typed: as `useState`, and set aside when the page locks (`typed.ts`).
 *
 * @param form of its page: another form of the page has another name
 */
export function useTyped<T>(form: string, first: T): [T, Dispatch<SetStateAction<T>>] {
  const [untouched] = useState(first);
  return useKept(form, first, { saved: untouched, keeps: false });
}

/** The same for a draft of what the server has: left unsaved, it is there again when its page is opened again. @param saved as the server has it */
export const useTypedDraft = <T>(form: string, saved: T): [T, Dispatch<SetStateAction<T>>] =>
  useKept(form, saved, { saved, keeps: true });

function useKept<T>(
  form: string,
  first: T,
  { saved, keeps }: { saved: T; keeps: boolean },
): [T, Dispatch<SetStateAction<T>>] {
  const { accountId } = useMe();
  const [place] = useState(() => `${window.location.pathname} ${form}`);
  const [value, setValue] = useState<T>(() => takeBack<T>(accountId, place) ?? first);
  const typed = useEffectEvent(() => (value === saved ? undefined : value));
  useEffect(() => setsAside(accountId, place, () => typed(), keeps), [accountId, place, keeps]);
  return [value, setValue];
}
