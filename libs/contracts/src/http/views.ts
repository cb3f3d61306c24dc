import { z } from 'zod';
import { inWords, bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { CALL_FILTER_NAMES, callColumnsSchema, callFiltersSchema } from '../call-filters.js';
import { callSortSchema } from '../call-order.js';

/** Most views that one account keeps. */
export const MOST_VIEWS = 50;

/** Says of each value which the list could not read where it stands. */
const unlessReadBy =
  (schema: z.ZodType) =>
  (written: object, context: z.RefinementCtx): void => {
    const read = schema.safeParse(written);
    const fields = new Set(read.error?.issues.map(({ path }) => path[0]) ?? []);
    const { error: message, params } = inWords(
      '通话列表不支持这个筛选条件',
      'not a value that the list of calls can read',
    );
    for (const field of fields)
      context.addIssue({ code: 'custom', path: field === undefined ? [] : [String(field)], message, params });
  };

/** Filters as the list's address writes them, and as it would read them. */
export const writtenFiltersSchema = z
  .partialRecord(z.enum(CALL_FILTER_NAMES), z.string().max(4000))
  .superRefine(unlessReadBy(callFiltersSchema));

const shownListSchema = callFiltersSchema.extend({
  sort: callSortSchema.optional(),
  /** Each day has a heading; only in the order of time. */
  group: z.literal('day').optional(),
  columns: callColumnsSchema.optional(),
});
const listNames = z.enum(shownListSchema.keyof().options);

/** A list as its address writes it: the filters, the order, the headings, and the columns that are shown. */
export const writtenListSchema = z
  .partialRecord(listNames, z.string().max(4000))
  .superRefine(unlessReadBy(shownListSchema));
export type WrittenList = z.infer<typeof writtenListSchema>;

const viewName = plainText().trim().min(1).max(60);

/** A named list: filters, order and columns. It says what to look for, never what may be seen: each reader sees only the calls open to them. */
export const savedViewSchema = z.object({
  viewId: z.uuid(),
  name: z.string(),
  filters: z.partialRecord(listNames, z.string()),
  /** The team it is shared with; null: personal. */
  sharedWith: z.object({ teamId: z.uuid(), name: bilingualSchema }).nullable(),
  /** Made by the asker, who may change and delete it. */
  mine: z.boolean(),
  /** Who shared it; null for one's own. */
  by: bilingualSchema.nullable(),
  /** Opened when the list is opened without filters. */
  isDefault: z.boolean(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

export const savedViewListSchema = z.object({
  views: z.array(savedViewSchema),
  /** Teams that this account may share a view with. */
  mayShareWith: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })),
});
export type SavedViewList = z.infer<typeof savedViewListSchema>;

export const newViewSchema = z
  .object({ name: viewName, filters: writtenListSchema, shareWithTeamId: z.uuid().nullable().default(null) })
  .strict();
export type NewView = z.infer<typeof newViewSchema>;

/** Only what is given changes. */
export const viewChangeSchema = z
  .object({
    name: viewName.optional(),
    filters: writtenListSchema.optional(),
    shareWithTeamId: z.uuid().nullable().optional(),
  })
  .strict();
export type ViewChange = z.infer<typeof viewChangeSchema>;

export const defaultViewSchema = z.object({ viewId: z.uuid().nullable() }).strict();
