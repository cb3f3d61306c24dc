import { useEffect, useEffectEvent, useState, type Dispatch, type SetStateAction } from 'react';
import { useMe } from './session.js';
import { setsAside, takeBack } from './typed.js';

/**
 * State that is typed: as `useState`, and set aside when the page locks (`typed.ts`).
 *
 * @param form of its page: another form of the page has another name
 */
export function useTyped<T>(form: string, first: T): [T, Dispatch<SetStateAction<T>>] {
  const { accountId } = useMe();
  const [place] = useState(() => `${window.location.pathname} ${form}`);
  const [untouched] = useState(first);
  const [value, setValue] = useState<T>(() => takeBack<T>(accountId, place) ?? first);
  const typed = useEffectEvent(() => (value === untouched ? undefined : value));
  useEffect(() => setsAside(accountId, place, () => typed()), [accountId, place]);
  return [value, setValue];
}
