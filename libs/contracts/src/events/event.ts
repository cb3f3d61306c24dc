import { type z } from 'zod';
import { type JobName } from '../jobs.js';
import { type Bilingual } from '../language.js';
import { type RecipientGroup } from '../recipient-groups.js';
import { type NotificationKind } from '../notifications.js';

/** One job that an event opens, and what it works on. */
export interface NextJob {
  job: JobName;
  subjectId: string;
}

/** What people are told, and which: of several kinds a person gets the first. */
export interface Telling {
  kind: NotificationKind;
  to: readonly RecipientGroup[];
}

/** What follows from an event; nothing does where a field is left out. */
interface Follows<Details extends z.ZodObject> {
  /**
   * What the journal says on the screen: `{{who}}` acted, `{{whom}}` it was done to, `{{ref}}` the number of the request, hold or grant;
   * any other name is a detail. Left out where the sentence depends on details, which `use-journal-words.ts` says then.
   */
  says?: Bilingual;
  /** It also stands in the history of its call. */
  ofCall?: true;
  /** Details are as the journal keeps them: an entry of an older version may lack what was added since. */
  opens?: (details: z.infer<Details>, callId: string | null) => readonly NextJob[];
  /** The person who acted knows already and is left out. */
  tells?: readonly Telling[] | ((details: z.infer<Details>) => readonly Telling[]);
  /**
   * It may leave the house, with this part of its details beside `callId`: ids, numbers of the product's own and closed words; never a word
   * of a call, a name or a telephone number. A receiver that needs more asks the API, with rights.
   */
  webhook?: { name: Bilingual; sends: readonly (keyof Details['shape'] & string)[] };
}

/** A row of the table of events: the shape of its details, and what follows from it. */
export type EventRow<Details extends z.ZodObject = z.ZodObject> = Follows<Details> & { details: Details };

export const event = <Details extends z.ZodObject, Hook extends Follows<Details>['webhook'] = undefined>(
  details: Details,
  more: Follows<Details> & { webhook?: Hook } = {},
) => ({ details, ...more }) as EventRow<Details> & { webhook: Hook };
