import { z } from 'zod';
import { inWords, languageSchema } from './language.js';
import { callColumnSchema, callPeriodSchema, callSortSchema } from './call-order.js';
import { callStageSchema } from './call-stage.js';
import { plainText } from './plain-text.js';
import { signNameSchema, sourceSchema } from './scoring.js';

/** Several values in one parameter of an address: `team=ID,ID`. */
export const several = <T extends string>(item: z.ZodType<T, string>, most = 50) =>
  z
    .string()
    .max(4000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most));

/** A bound as it is written in an address. */
const bound = (most: number) => z.coerce.number().min(0).max(most);

/**
 * An item of a checklist and how it came out; `any` stands for every item, `critical` for those that are, `clause=P2 §2.1` for those that rest
 * on a clause of the policy. `told` is not met by a judgement that is not trusted yet, which `not_met` leaves out; it is asked of one item.
 */
export const RESULT =
  /^(?<item>any|[a-z][a-z0-9_.]{0,79}|clause=[^:,]{1,60}):(?<outcome>met|not_met|told|not_applicable|insufficient)$/;

/** A value that may hold the comma that divides values. */
export const escaped = (most: number) =>
  z
    .string()
    .min(1)
    .max(3 * most)
    .transform((text) => text.replaceAll('%2C', ',').replaceAll('%25', '%'))
    .pipe(plainText().max(most));

/** Most calls that are named in an address, or acted on in one request. */
export const MOST_TICKED = 100;
/** Most calls of a filter that are chosen together; what is done with them is sent in pieces of `MOST_TICKED`. */
export const MOST_CHOSEN = 5_000;
/** Names one decision over many calls, whatever number of requests it takes. */
export const actIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** The columns that a list shows beside the time, in the list's own order. */
export const callColumnsSchema = several(callColumnSchema);

/** As an address writes a value that may hold a comma. */
export const inAddress = (value: string): string => value.replaceAll('%', '%25').replaceAll(',', '%2C');

const HOUR = /^(?:1?[0-9]|2[0-3])$/;

/**
 * What a list of calls may be narrowed to; it is what the address of the list, a saved view and an export hold. Values of one
 * filter widen it, filters narrow each other; of `result`, every one must hold. Team, client, agent, result and the measures speak of one
 * leg that the asker may see.
 */
export const callFiltersSchema = z.object({
  /** Certain calls, as they were ticked in a list. */
  call: several(z.uuid(), MOST_TICKED).optional(),
  /** First and last day, in the site's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Days that move with the calendar: a view of yesterday is one of yesterday tomorrow, too. */
  period: callPeriodSchema.optional(),
  team: several(z.uuid()).optional(),
  client: several(z.uuid()).optional(),
  agent: several(z.uuid()).optional(),
  queue: several(escaped(60)).optional(),
  /** Who gave the score that counts, in a review or by deciding a dispute. */
  reviewer: several(z.uuid()).optional(),
  language: several(languageSchema).optional(),
  direction: several(z.enum(['inbound', 'outbound', 'internal'])).optional(),
  stage: several(callStageSchema).optional(),
  /** Why a call needs attention or was not recorded. */
  reason: several(z.string().regex(/^[a-z_]{1,60}$/)).optional(),
  /** `ownership.promise_has_time:not_met`, `any:insufficient`. */
  result: several(z.string().regex(RESULT), 10).optional(),
  /** Who judged: with `result` those results, alone any met or missed item. */
  source: several(sourceSchema).optional(),
  /** What may have happened, by the scorecard that the list shows; it is no outcome. */
  sign: several(signNameSchema).optional(),
  /** Is there a score that counts? Without one, the list shows the latest judgement. */
  counted: z.enum(['yes', 'no']).optional(),
  /** Of answered inbound legs whose ring time is known: before the fourth ring began, or later. */
  rings: several(z.enum(['within', 'beyond'])).optional(),
  /** Days of the week, 1 (Monday) to 7, and hours of the day, 0 to 23, in the site's time zone: when the call started. */
  weekday: several(z.string().regex(/^[1-7]$/)).optional(),
  hour: several(z.string().regex(HOUR)).optional(),
  /** Looked for in the masked customer and the matter, as the rows show them. A single Latin letter or digit finds too much to be asked for. */
  q: plainText()
    .trim()
    .min(1)
    .max(80)
    .refine(
      (text) => text.length > 1 || text.codePointAt(0)! > 0x2e80,
      inWords('至少两个字母或数字', 'at least two letters or digits'),
    )
    .optional(),
  /** Share of the points to be had, per cent; only scores that count. */
  pointsMin: bound(100).optional(),
  pointsMax: bound(100).optional(),
  /** Share of the weight that could be judged, per cent. */
  coverageMin: bound(100).optional(),
  coverageMax: bound(100).optional(),
  /** Seconds. */
  durationMin: bound(86_400).optional(),
  durationMax: bound(86_400).optional(),
});
export type CallFilters = z.infer<typeof callFiltersSchema>;
export const CALL_FILTER_NAMES = callFiltersSchema.keyof().options;
export type CallFilterName = (typeof CALL_FILTER_NAMES)[number];

/** The filters of an export by name, as the journal tells them: ids, numbers and closed words; of searched words only that there were some. */
export const exportedFiltersSchema = z.partialRecord(z.enum(CALL_FILTER_NAMES), z.string().regex(/^[\w:.,-]*$/));

/** Filters as an address writes them. */
export type WrittenFilters = Partial<Record<CallFilterName, string>>;

/** How many calls match: exactly, or `counted` and more. */
export const callCountSchema = z.object({ counted: z.number().int(), exact: z.boolean() });
export type CallCount = z.infer<typeof callCountSchema>;

/** The calls of a filtered list, the newest first. */
export const chosenCallsSchema = z.object({
  callIds: z.array(z.uuid()),
  /** There are more, which are not among them. */
  more: z.boolean(),
});
export type ChosenCalls = z.infer<typeof chosenCallsSchema>;

const named = { name: z.object({ zh: z.string(), en: z.string() }) };

/** What the asker can filter by: never a name outside what they may see. */
export const filterChoicesSchema = z.object({
  teams: z.array(z.object({ teamId: z.uuid(), clientId: z.uuid(), ...named })),
  clients: z.array(z.object({ clientId: z.uuid(), ...named })),
  agents: z.array(z.object({ personId: z.uuid(), staffNumber: z.string(), ...named })),
  /** false: there are more agents than are listed; ask with `agentSearch`. */
  everyAgent: z.boolean(),
  /** People who reviewed a call that the asker may see. */
  reviewers: z.array(z.object({ personId: z.uuid(), staffNumber: z.string(), ...named })),
  queues: z.array(z.string()),
  /** The items of all versions of the checklists, each as its newest version calls it. */
  items: z.array(z.object({ itemId: z.string(), title: named.name })),
});
export type FilterChoices = z.infer<typeof filterChoicesSchema>;

export const filterChoicesQuerySchema = z.object({
  /** Part of a name or staff number. */
  agentSearch: plainText().trim().min(1).max(80).optional(),
  /** Agents to list in addition to those found: the ones that the list is filtered by now. */
  agent: several(z.uuid()).optional(),
});
export type FilterChoicesQuery = z.infer<typeof filterChoicesQuerySchema>;

/** The calls before and after one in the order of a filtered list; `newer` is the one above it. */
export const callNeighboursSchema = z.object({ newer: z.uuid().nullable(), older: z.uuid().nullable() });
export type CallNeighbours = z.infer<typeof callNeighboursSchema>;

/** A list as its address asks for it: what is in it, and in which order. */
export const orderedCallsSchema = callFiltersSchema.extend({ sort: callSortSchema.default('newest') });
export type OrderedCalls = z.infer<typeof orderedCallsSchema>;

export const callExportQuerySchema = orderedCallsSchema.extend({
  /** Of the file's words; the account's own without it. */
  exportLanguage: languageSchema.optional(),
});
