import { z } from 'zod';
import { bilingualSchema, languageSchema, inWords } from '../language.js';
import { itemReportBySchema, reportBySchema, serviceReportBySchema, type ItemReportBy } from '../report-kinds.js';
import { CALL_FILTER_NAMES, callFiltersSchema, type WrittenFilters } from '../call-filters.js';
import { rateSchema } from './calls.js';

/** Days that one report spans at most: two years with their leap day. */
export const MOST_REPORT_DAYS = 731;

const days = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** Which calls a report counts: filters of the list, so that its numbers open the list. First and last day in the site's time zone. */
export const reportFilters = callFiltersSchema
  .pick({ from: true, to: true, team: true, client: true, agent: true, queue: true, reviewer: true })
  .extend(callFiltersSchema.pick({ language: true, direction: true }).shape)
  .required({ from: true, to: true });
export const REPORT_FILTER_NAMES = reportFilters.keyof().options;

/** A period that ends after it begins, and is not endless. */
export const ofPossibleDays = <S extends z.ZodType<{ from: string; to: string }>>(schema: S) =>
  schema
    .refine((query) => days(query) >= 1, {
      ...inWords('不能早于开始日期', 'must not be before the first day'),
      path: ['to'],
    })
    .refine((query) => days(query) <= MOST_REPORT_DAYS, {
      ...inWords('最多两年', 'at most two years after the first day'),
      path: ['to'],
    });

export const reportQuerySchema = ofPossibleDays(reportFilters.extend({ by: reportBySchema }));
export type ReportQuery = z.infer<typeof reportQuerySchema>;

export const itemReportQuerySchema = ofPossibleDays(reportFilters.extend({ by: itemReportBySchema }));
export type ItemReportQuery = z.infer<typeof itemReportQuerySchema>;

export const reportFileQuerySchema = ofPossibleDays(
  reportFilters.extend({
    by: z.enum([...reportBySchema.options, ...itemReportBySchema.options, ...serviceReportBySchema.options]),
    /** Of the file's words; the account's own without it. */
    exportLanguage: languageSchema.optional(),
  }),
);
export type ReportFileQuery = z.infer<typeof reportFileQuerySchema>;

/** A mean with the 95 % interval in which it lies (Wilson's, over the sum of the shares); of a single call there is no interval. */
export const meanSchema = z.object({
  n: z.number().int(),
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Mean = z.infer<typeof meanSchema>;

/** What is counted of some calls. A call counts once, also where several of its legs belong to the group. */
export const reportFiguresSchema = z.object({
  calls: z.number().int(),
  /** Answered before the fourth ring in every leg, of inbound calls whose ring time is known. */
  rings: rateSchema.nullable(),
  /** null: the asker may not see the scores of all these calls. */
  judged: z
    .object({
      /** With a score that counts. */
      scored: z.number().int(),
      /**
       * Share of the points to be had, per cent, of scores that count and give a total; of several legs of a call, their mean. null also where
       * all of them are of one agent: reviews of calls that were chosen for their risk would count against a person.
       */
      points: meanSchema.nullable(),
      /** All points are of one agent's calls, and are not told. */
      oneAgent: z.boolean(),
      /** With a critical item that was not met, by the score that counts. */
      critical: z.number().int(),
      /** With an item that could not be judged, by the score that counts or, where none does, by the latest. */
      abstained: z.number().int(),
    })
    .nullable(),
});
export type ReportFigures = z.infer<typeof reportFiguresSchema>;

const writtenFilters = z.partialRecord(z.enum(CALL_FILTER_NAMES), z.string());

const rowSchema = z.object({
  /** An id, a name, a day, or day of the week and hour (`1-09`). */
  key: z.string(),
  /** Of what has a name in both languages; null: the key says it. */
  name: bilingualSchema.nullable(),
  /** The staff number of a person, the clause of an item. */
  detail: z.string().nullable(),
  /** What narrows the report's own filters to the calls of this row. */
  narrow: writtenFilters,
});

const answered = {
  asOf: z.iso.datetime(),
  /** Rows that are left out because there are too many. */
  leftOut: z.number().int(),
};

export const callReportSchema = z.object({
  ...answered,
  /** Of all calls of the period, also of those without a key, such as calls of no queue. */
  total: reportFiguresSchema,
  rows: z.array(rowSchema.extend({ figures: reportFiguresSchema })),
});
export type CallReport = z.infer<typeof callReportSchema>;
export type CallReportRow = CallReport['rows'][number];

/** How calls came out at an item or clause. */
export const itemFiguresSchema = z.object({
  /** By the score that counts. */
  met: z.number().int(),
  not_met: z.number().int(),
  not_applicable: z.number().int(),
  /** By the score that counts or, where none does, by the latest. */
  insufficient: z.number().int(),
  /** Not met by a judgement that is not trusted yet, by the score that counts; none of a clause. */
  told: z.number().int(),
  /** Calls without a miss, of those that met it or missed it; null as well where some results are not trusted: the rest would flatter. */
  share: rateSchema.nullable(),
});

export const itemReportSchema = z.object({
  ...answered,
  /** false: the asker may not see the scores of all these calls, and there are no rows. */
  judged: z.boolean(),
  rows: z.array(
    rowSchema.extend({
      critical: z.boolean(),
      /** Languages in which new results of the item give no points, because they are not trusted yet; none of a clause. */
      notTrusted: z.array(languageSchema),
      /** The checklists of which that holds; none where it holds for every checklist with the item. */
      notTrustedBy: z.array(bilingualSchema),
      figures: itemFiguresSchema,
    }),
  ),
});
export type ItemReport = z.infer<typeof itemReportSchema>;
export type ItemReportRow = ItemReport['rows'][number];

/** Calls that met the item on one leg and missed it on another: counted under both, and in the share once, as a miss. */
export const metAndMissed = ({ figures: { met, not_met, share } }: Pick<ItemReportRow, 'figures'>): number =>
  share === null ? 0 : met + not_met - share.of;

/**
 * The one definition of each figure: the filters of the list that find the calls it counts. The report counts by them and its links open
 * them, so that both say the same.
 */
export const COUNTED_BY = {
  calls: {},
  /** A late answer counts, also where another leg of the call was answered in time. */
  ringsBeyond: { rings: 'beyond' },
  ringsKnown: { rings: 'within,beyond' },
  scored: { counted: 'yes' },
  points: { pointsMin: '0' },
  critical: { counted: 'yes', result: 'critical:not_met' },
  abstained: { result: 'any:insufficient' },
} as const satisfies Record<string, WrittenFilters>;
export type CountedFigure = keyof typeof COUNTED_BY;

/** The same for an item or clause, by the name that its results have. */
export const itemCountedBy = (name: string) =>
  ({
    met: { counted: 'yes', result: `${name}:met` },
    not_met: { counted: 'yes', result: `${name}:not_met` },
    not_applicable: { counted: 'yes', result: `${name}:not_applicable` },
    insufficient: { result: `${name}:insufficient` },
    told: { counted: 'yes', result: `${name}:told` },
  }) as const satisfies Record<string, WrittenFilters>;
export type ItemFigure = keyof ReturnType<typeof itemCountedBy>;

/** What items and clauses are called in results. */
export const resultNameOf = (by: ItemReportBy, key: string): string => (by === 'item' ? key : `clause=${key}`);
