import { z } from 'zod';
import { RECENT } from '../data/forgetting.js';
import type { Place } from './use-found.js';

const MOST = 6;
const keptSchema = z.object({
  accountId: z.string(),
  places: z.array(
    z.object({ kind: z.literal('recent'), to: z.string(), name: z.string(), note: z.string().optional() }),
  ),
});

/**
 * Where this account went by the palette in this tab, the latest first. It ends with the tab: names of agents and matters stay in no browser.
 * Another account that signs in here finds none of it, because it may not see the same calls.
 */
export function recentPlaces(accountId: string): Place[] {
  try {
    const kept = keptSchema.parse(JSON.parse(sessionStorage.getItem(RECENT) ?? 'null'));
    return kept.accountId === accountId ? kept.places : [];
  } catch {
    return [];
  }
}

export function keepRecent(accountId: string, { to, name, note }: Place): void {
  const others = recentPlaces(accountId).filter((place) => place.to !== to);
  const latest = { kind: 'recent', to, name, ...(note !== undefined && { note }) };
  sessionStorage.setItem(RECENT, JSON.stringify({ accountId, places: [latest, ...others].slice(0, MOST) }));
}
