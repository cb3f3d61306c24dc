import { z } from 'zod';
import { type JobName } from '../jobs.js';
import { type Bilingual } from '../language.js';

/** One job that an event opens, and what it works on. */
export interface NextJob {
  job: JobName;
  subjectId: string;
}

/** What follows from an event; nothing does where a field is left out. */
interface Follows<Details extends z.ZodRawShape> {
  /** It is also in the history of its call. */
  ofCall?: true;
  /** Details are as the journal keeps them: an entry of an older version may lack what was added since. */
  opens?: (details: z.infer<z.ZodObject<Details>>, callId: string | null) => readonly NextJob[];
  /**
   * It may leave the house, with this part of its details beside `callId`: ids, numbers of the product's own and closed words; never a word
   * of a call, a name or a telephone number. A receiver that needs more asks the API, with rights.
   */
  webhook?: { name: Bilingual; sends: readonly (keyof Details & string)[] };
}

/**
 * What the journal says of an event: `{{who}}` acted, `{{whom}}` it was done to, `{{ref}}` is the number of the request, hold or grant, any other
 * name a detail; `{{dueAt|time}}` is a detail as the screen writes a time, or looks it up: `HOW` of `entry-words.ts` lists the ways.
 */
export interface Saying<Details = never> extends Bilingual {
  /** Only then; else the next one. */
  when?: (details: Details) => boolean;
}

/** A row of the table of events: the shape of its details, what the journal says of it, and what follows. */
export interface EventRow<Details extends z.ZodRawShape = z.ZodRawShape> extends Follows<Details> {
  details: z.ZodObject<Details>;
  says: readonly Saying<Record<string, unknown>>[];
}

/** Beside the details of what takes two people: in a small house one person stood for both (decision 112). Screens say so of each such entry. */
export const eyes = { byOnePerson: z.literal(true).optional() };

type Hook<Details extends z.ZodRawShape> = Follows<Details>['webhook'];
type Row<Details extends z.ZodRawShape, Carries> = EventRow<Details> & { webhook: Carries };
type Rest<Details extends z.ZodRawShape, Carries> = Follows<Details> & { webhook?: Carries };

/** A row whose sentence depends on its details: the first that fits is said. */
export const eventSaid = <Details extends z.ZodRawShape, Carries extends Hook<Details> = undefined>(
  details: Details,
  says: readonly Saying<z.infer<z.ZodObject<Details>>>[],
  follows: Rest<Details, Carries> = {},
) => ({ details: z.object(details), says, ...follows }) as unknown as Row<Details, Carries>;

/** A row of one sentence. */
export const event = <Details extends z.ZodRawShape, Carries extends Hook<Details> = undefined>(
  zh: string,
  en: string,
  details: Details,
  follows: Rest<Details, Carries> = {},
) => eventSaid(details, [{ zh, en }], follows);
