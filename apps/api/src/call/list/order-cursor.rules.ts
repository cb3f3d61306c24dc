import { callSortSchema, type CallSort } from '#contracts';

/** Where a page of a list ended that is put in order by a measure. The same row in another order would be another place. */
export interface OrderCursor {
  sort: CallSort;
  /** As the database writes it; null: the measure is not known. */
  value: string | null;
  startedAtMicros: string;
  callId: string;
  legId: string;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const FORM = new RegExp(`^([a-z_]{1,20})~(-?[0-9.]{1,25}(?:e[+-]?[0-9]{1,3})?|-)~(-?\\d{1,17})~(${UUID})~(${UUID})$`);

export const writeOrderCursor = ({ sort, value, startedAtMicros, callId, legId }: OrderCursor): string =>
  Buffer.from([sort, value ?? '-', startedAtMicros, callId, legId].join('~')).toString('base64url');

/** @returns null when it is no cursor of ours, or of another order */
export function readOrderCursor(text: string, sort: CallSort): OrderCursor | null {
  const [, of, value, startedAtMicros, callId, legId] =
    FORM.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (callSortSchema.safeParse(of).data !== sort || value === undefined || !startedAtMicros || !callId || !legId)
    return null;
  if (value !== '-' && !Number.isFinite(Number(value))) return null;
  return { sort, value: value === '-' ? null : value, startedAtMicros, callId, legId };
}
