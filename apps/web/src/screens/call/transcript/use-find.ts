import type { Turn } from '#contracts';
import { useMemo, useState } from 'react';
import { matchesIn } from '../rules/marked-text.rules.js';

export interface Find {
  count: number;
  /** Which match is shown, from 1; 0 without any. */
  at: number;
  /** The turn of the match that is shown. */
  current: number | null;
  step(by: 1 | -1): void;
}

/** Steps through the places where a word occurs in the call. */
export function useFind(turns: readonly Turn[], wanted: string): Find {
  const [at, setAt] = useState({ wanted, index: 0 });
  const places = useMemo(
    () => turns.flatMap((turn) => matchesIn(turn.text, wanted).map(() => turn.index)),
    [turns, wanted],
  );
  const index = at.wanted === wanted ? at.index : 0;
  const step = (by: 1 | -1) => setAt({ wanted, index: (index + by + places.length) % Math.max(1, places.length) });
  return { count: places.length, at: places.length === 0 ? 0 : index + 1, current: places[index] ?? null, step };
}
