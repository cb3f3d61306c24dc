import { z } from 'zod';
import type { Place } from './use-found.js';

const KEY = 'shouwen.recent';
const MOST = 6;
const placesSchema = z.array(
  z.object({ kind: z.literal('recent'), to: z.string(), name: z.string(), note: z.string().optional() }),
);

/** Where this tab went by the palette, the latest first. It ends with the tab: names of agents and matters stay in no browser. */
export function recentPlaces(): Place[] {
  try {
    return placesSchema.parse(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

export function keepRecent({ to, name, note }: Place): void {
  const others = recentPlaces().filter((place) => place.to !== to);
  const latest = { kind: 'recent', to, name, ...(note !== undefined && { note }) };
  sessionStorage.setItem(KEY, JSON.stringify([latest, ...others].slice(0, MOST)));
}
