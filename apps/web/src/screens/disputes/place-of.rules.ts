interface Contested {
  callId: string;
  /** From 1. */
  leg: number;
  itemId: string;
  /** Where to listen, milliseconds. */
  atMs: number | null;
}

/** The page of the call, with the item chosen on its own leg, at the moment that the agent named. */
export function placeOf({ callId, leg, itemId, atMs }: Contested): string {
  const place = new URLSearchParams({ item: itemId });
  if (leg > 1) place.set('leg', String(leg));
  if (atMs !== null) place.set('t', String(Math.floor(atMs / 1000)));
  return `/calls/${callId}?${place.toString()}`;
}
