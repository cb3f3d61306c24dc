import { useSyncExternalStore } from 'react';

/** The layouts of the call page: three panes, two with tabs, one below the other, one at a time. */
export type Room = 'wide' | 'medium' | 'narrow' | 'phone';

const QUERIES: [Room, string][] = [
  ['phone', '(max-width: 600px)'],
  ['narrow', '(max-width: 900px)'],
  ['medium', '(max-width: 1439px)'],
];

const CALM = '(prefers-reduced-motion: reduce)';

/** How much room the screen gives. */
export function useRoom(): Room {
  return useSyncExternalStore(subscribe, room);
}

function room(): Room {
  return QUERIES.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'wide';
}

/** Whether things may move; not for a person whose system asks for calm. */
export function useMotion(): boolean {
  return useSyncExternalStore(subscribe, () => !matchMedia(CALM).matches);
}

function subscribe(changed: () => void): () => void {
  const lists = [...QUERIES.map(([, query]) => query), CALM].map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => lists.forEach((list) => list.removeEventListener('change', changed));
}
