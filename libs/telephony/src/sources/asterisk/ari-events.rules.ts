import { type UnreadLine } from '../../records/record.rules.js';

export interface AriChannel {
  readonly id: string;
  readonly name: string;
  readonly state?: string;
  readonly caller?: { readonly name?: string; readonly number?: string };
  readonly dialplan?: Readonly<Record<'context' | 'exten' | 'app_name' | 'app_data', string | undefined>>;
}
interface AriBridge {
  readonly id: string;
  readonly bridge_class?: string;
  readonly channels?: readonly string[];
}
export interface AriEvent {
  readonly line: number;
  readonly type: string;
  readonly timestamp: string;
  readonly channel?: AriChannel;
  readonly bridge?: AriBridge;
  readonly caller?: AriChannel;
  readonly peer?: AriChannel;
  readonly [more: string]: unknown;
}

/** Events, and lines that are none; null: the first line that can be read is no event, so that the file is none of theirs. */
export function eventsIn(text: string): { events: AriEvent[]; unread: UnreadLine[] } | null {
  if (!text.trimStart().startsWith('{')) return null;
  const [events, unread]: [AriEvent[], UnreadLine[]] = [[], []];
  for (const [at, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const read = objectIn(written);
    if (isEvent(read)) events.push({ ...read, line: at + 1 });
    else if (read && events.length === 0) return null;
    else unread.push({ line: at + 1, what: read ? 'event' : 'columns' });
  }
  return events.length > 0 ? { events, unread } : null;
}

function objectIn(written: string): object | null {
  try {
    return Object(JSON.parse(written)) as object;
  } catch {
    return null;
  }
}

const isEvent = (read: object | null): read is AriEvent =>
  read !== null &&
  ['type', 'timestamp'].every((name) => typeof (read as Record<string, unknown>)[name] === 'string') &&
  'asterisk_id' in read;
