import { MOST_CHOSEN } from '#contracts';
import { createContext, use, useState } from 'react';

export interface Ticks {
  readonly ticked: ReadonlySet<string>;
  /** No more can be ticked. */
  readonly full: boolean;
  /** Ticks a call or takes its tick away; with `through`, all from the last one pressed to this. */
  toggle: (callId: string, through?: boolean) => void;
  /** Ticks these, as far as there is room; where all of them are ticked, or no more can be, takes their ticks away. */
  toggleAll: (callIds: readonly string[]) => void;
  /** Ticks these and no others. */
  choose: (callIds: readonly string[]) => void;
  clear: () => void;
}

/** Calls that are ticked, kept while the list is scrolled. @param order ids of the rows as they are shown */
export function useNewTicks(order: readonly string[]): Ticks {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const add = (ids: readonly string[]) =>
    setTicked((were) => new Set([...new Set([...were, ...ids])].slice(0, MOST_CHOSEN)));
  const drop = (ids: readonly string[]) => setTicked((were) => new Set([...were].filter((id) => !ids.includes(id))));
  return {
    ticked,
    full: ticked.size >= MOST_CHOSEN,
    toggle: (callId, through = false) => {
      const [from, to] = [last === null ? -1 : order.indexOf(last), order.indexOf(callId)];
      const ids = through && from >= 0 && to >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [callId];
      (ticked.has(callId) ? drop : add)(ids);
      setLast(callId);
    },
    toggleAll: (callIds) => (ticked.size >= MOST_CHOSEN || callIds.every((id) => ticked.has(id)) ? drop : add)(callIds),
    choose: (callIds) => setTicked(new Set(callIds.slice(0, MOST_CHOSEN))),
    clear: () => setTicked(new Set()),
  };
}

/** null: nothing can be done with several calls here. */
export const TicksContext = createContext<Ticks | null>(null);
export const useTicks = () => use(TicksContext);
