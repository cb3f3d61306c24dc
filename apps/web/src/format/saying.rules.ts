import type { Bilingual, eventRowOf } from '#contracts';

type EventRow = NonNullable<ReturnType<typeof eventRowOf>>;

/** Where a sentence takes a detail or a name, and how it writes it. */
export const PLACE = /\{\{(\w+)(?:\|(\w+))?\}\}/g;

/** A filled sentence without the gaps that an empty name leaves, as before a comma. */
export const closedUp = (said: string): string => said.replace(/ +(?=[,.:;)])/g, '').replace(/ {2,}/g, ' ');

/** A sentence, with the details that fill it. */
export interface Saying {
  readonly sentence: Bilingual;
  readonly data: Record<string, unknown>;
  /** The details are as the event has them: they can be written in their own way. */
  readonly whole: boolean;
}

/**
 * The sentence that is true of an entry. An entry of an older version may lack what was added since, and one whose details were erased lacks
 * all of them: where one of several sentences is true, or a place stays empty, that cannot be told, and nothing is said.
 * @param named what is put in place of details, such as who acted
 */
export function sayingOf(row: EventRow, details: Record<string, unknown>, named: object): Saying | null {
  const parsed = row.details.safeParse(details);
  const { data = details, success: whole } = parsed;
  if (!whole && row.says.length > 1) return null;
  const saying = row.says.find(({ when }) => !when || when(data));
  if (!saying) return null;
  const places = [...saying.en.matchAll(PLACE)].map(([, name = '']) => name);
  const empty = places.some((name) => !(name in named) && data[name] === undefined);
  return empty && !whole ? null : { sentence: saying, data, whole };
}
