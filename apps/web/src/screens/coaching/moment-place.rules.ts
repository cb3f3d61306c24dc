import type { CoachingMoment } from '#contracts';

/** The page of the call, with the item chosen on its leg, where the moment begins. */
export function momentPlace({ callId, leg, item, fromMs }: CoachingMoment): string {
  const place = new URLSearchParams();
  if (item) place.set('item', item.itemId);
  if (leg > 1) place.set('leg', String(leg));
  if (fromMs !== null) place.set('t', String(Math.floor(fromMs / 1000)));
  const query = place.toString();
  return query ? `/calls/${callId}?${query}` : `/calls/${callId}`;
}
