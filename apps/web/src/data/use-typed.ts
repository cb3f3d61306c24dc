import { useEffect, useEffectEvent, useState, type Dispatch, type SetStateAction } from 'react';
import { useMe } from './session.js';
import { followed, setsAside, takeBack, type Draft } from './typed.js';

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

/**
 * The same for texts that the server has: one that is not changed here follows it, and what is left unsaved is there again when its page is
 * opened again.
 *
 * @param saved as the server has them
 */
export function useTypedDraft<T extends Record<string, string>>(form: string, saved: T) {
  const { accountId } = useMe();
  const [place] = useState(() => `${window.location.pathname} ${form}`);
  const [kept, setKept] = useState(() => takeBack<Draft<T>>(accountId, place) ?? { of: saved, now: saved });
  const draft = followed(kept, saved);
  if (draft !== kept) setKept(draft);
  const changed = Object.keys(saved).filter((name) => draft.now[name] !== saved[name]);
  const typed = useEffectEvent(() => (changed.length > 0 ? draft : undefined));
  useEffect(() => setsAside(accountId, place, () => typed(), true), [accountId, place]);
  return {
    texts: draft.now,
    isSaved: changed.length === 0,
    /** Another text was saved since one was changed here: saving would replace it. */
    isOvertaken: changed.some((name) => draft.of[name] !== saved[name]),
    change: (part: Partial<T>) => setKept((before) => ({ ...before, now: { ...before.now, ...part } })),
    takeSaved: () => setKept({ of: saved, now: saved }),
  };
}
