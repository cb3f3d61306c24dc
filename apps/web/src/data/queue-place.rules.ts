import type { DrawnToReview, WaitingRow } from '#contracts';

const FILTERS = ['all', 'free', 'mine'] as const;
export type QueueFilter = (typeof FILTERS)[number];

/** The row of “To judge” from which a call was opened, with the list’s filters; the call page uses it to open the next one. */
export interface QueuePlace {
  /** Items that wait, or calls that were drawn; so the screen's address calls its two filters. */
  readonly list: 'show' | 'drawn';
  readonly filter: QueueFilter;
  readonly rowId: string;
}

const written = ({ list, filter, rowId }: QueuePlace): string => `${list}.${filter}.${rowId}`;

/** As the call's address has it; null where it has none that can be read. */
export function placeFrom(text: string | null): QueuePlace | null {
  const [list, show, rowId] = text?.split('.') ?? [];
  const filter = FILTERS.find((one) => one === show);
  if ((list !== 'show' && list !== 'drawn') || !filter || !rowId || !ID.test(rowId)) return null;
  return { list, filter, rowId };
}
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a waiting item is answered: its call, at its second, with the item selected. */
export function waitingAddress(
  { callId, leg, checklist, itemId, atMs, waitingId }: WaitingRow,
  filter: QueueFilter,
): string {
  const query = new URLSearchParams({ leg: String(leg), list: checklist.id, item: itemId });
  if (atMs !== null) query.set('t', String(Math.floor(atMs / 1000)));
  query.set('queue', written({ list: 'show', filter, rowId: waitingId }));
  return `/calls/${callId}?${query.toString()}`;
}

/** The page of a drawn call; for one's own review it offers to complete it. */
export function drawnAddress(
  { callId, leg, checklist, reviewer, assignmentId }: DrawnToReview,
  filter: QueueFilter,
): string {
  const query = new URLSearchParams({ leg: String(leg), list: checklist.id });
  if (reviewer?.mine) query.set('drawn', assignmentId);
  query.set('queue', written({ list: 'drawn', filter, rowId: assignmentId }));
  return `/calls/${callId}?${query.toString()}`;
}
