import { useEffect, useState } from 'react';

/** A person who goes on typing presses the next key sooner than this. */
const QUIET_MS = 300;

/** A value as it was when it last stayed the same for a while, so that the server is not asked at every key. */
export function useSettled<T>(value: T): { value: T; settled: boolean } {
  const key = JSON.stringify(value);
  const [last, setLast] = useState({ key, value });
  useEffect(() => {
    const timer = setTimeout(() => setLast({ key, value: JSON.parse(key) as T }), QUIET_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return { value: last.value, settled: last.key === key };
}
