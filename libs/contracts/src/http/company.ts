import { z } from 'zod';
import {
  calendarDayKindSchema,
  identityListSchema,
  quietHoursSchema,
  regionSchema,
  workingHoursSchema,
} from '../company.js';
import { bilingualSchema, languageSchema, nameSchema, inWords } from '../language.js';
import { plainText } from '../plain-text.js';
import { companyProfileSchema } from '../scoring.js';

const phrase = plainText().trim().min(1).max(60);
const phrases = z.array(phrase).max(30);
const inBothLanguages = z.object({ zh: phrases, en: phrases }).strict();

/** A name as people type it: in one language or in both. */
export const nameInputSchema = nameSchema(plainText().trim().max(60));

/** What an administrator may write; what it means is checked by the people library, in words. */
export const companyProfileInputSchema = z
  .object({
    names: inBothLanguages,
    departments: inBothLanguages,
    ringCadence: z
      .object({ onSeconds: z.number().positive().max(20), offSeconds: z.number().positive().max(20) })
      .strict()
      .optional(),
    timeZone: z.string().min(1).max(60),
    region: regionSchema.optional(),
    language: languageSchema.optional(),
    quietHours: z.array(quietHoursSchema).max(100).optional(),
    workingHours: workingHoursSchema.optional(),
    hotwords: z
      .object({ zh: z.array(phrase).max(500), en: z.array(phrase).max(500) })
      .strict()
      .optional(),
    identity: identityListSchema.optional(),
  })
  .strict();

export const companyProfileViewSchema = z.object({
  /** To be sent back with a change; the second of two who change it at once is told. */
  version: z.number().int(),
  profile: companyProfileSchema,
  /** null for what set-up wrote. */
  changedAt: z.iso.datetime().nullable(),
  changedBy: bilingualSchema.nullable(),
});
export type CompanyProfileView = z.infer<typeof companyProfileViewSchema>;

export const profileChangeSchema = z
  .object({ version: z.number().int().positive(), profile: companyProfileInputSchema })
  .strict();
export type ProfileChange = z.infer<typeof profileChangeSchema>;

export const calendarDaySchema = z.object({ day: z.iso.date(), kind: calendarDayKindSchema, name: z.string() });
export type CalendarDayView = z.infer<typeof calendarDaySchema>;
export const calendarPeriodSchema = z.object({ from: z.iso.date(), to: z.iso.date() });

export const calendarViewSchema = z.object({
  /** Days of which the company said that nothing is missing, merged. Other days are unknown. */
  periods: z.array(calendarPeriodSchema),
  days: z.array(calendarDaySchema),
});
export type CalendarView = z.infer<typeof calendarViewSchema>;

/** What is wrong with a line of a file, in words. Line 1 is the first line of the file. */
export const lineProblemSchema = z.object({ line: z.number().int().nonnegative(), words: bilingualSchema });
export type LineProblem = z.infer<typeof lineProblemSchema>;

export const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']);
export type Encoding = z.infer<typeof encodingSchema>;

const previewOf = <S extends z.ZodRawShape>(shape: S) =>
  z.object({
    /** To be sent back to apply exactly this; null while something is wrong. */
    plan: z.string().nullable(),
    encoding: encodingSchema,
    problems: z.array(lineProblemSchema),
    /** Problems beyond those listed. */
    moreProblems: z.number().int(),
    ...shape,
  });

/** The days that the file is complete for. */
export const calendarImportQuerySchema = z
  .object({ from: z.iso.date().optional(), to: z.iso.date().optional(), plan: z.string().max(64).optional() })
  .strict();

export const calendarPreviewSchema = previewOf({
  /** Whole years around the file's days, unless the question named a period. */
  period: calendarPeriodSchema.nullable(),
  added: z.array(calendarDaySchema),
  changed: z.array(z.object({ before: calendarDaySchema, after: calendarDaySchema })),
  removed: z.array(calendarDaySchema),
  unchanged: z.number().int(),
});
export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;

export const teamViewSchema = z.object({
  teamId: z.uuid(),
  name: bilingualSchema,
  closed: z.boolean(),
  people: z.number().int(),
});
export type TeamView = z.infer<typeof teamViewSchema>;
export const clientViewSchema = z.object({
  clientId: z.uuid(),
  name: bilingualSchema,
  closed: z.boolean(),
  teams: z.array(teamViewSchema),
});
export type ClientView = z.infer<typeof clientViewSchema>;
export const clientListSchema = z.object({
  clients: z.array(clientViewSchema),
  /** Whether the asker's role reaches every client: only then can clients be added or closed. */
  wholeCompany: z.boolean(),
});
export type ClientList = z.infer<typeof clientListSchema>;

export const newNameSchema = z.object({ name: nameInputSchema }).strict();
export const teamChangeSchema = z.object({ name: nameInputSchema, clientId: z.uuid() }).strict();
export type TeamChange = z.infer<typeof teamChangeSchema>;
export const madeSchema = z.object({ id: z.uuid() });
export type Made = z.infer<typeof madeSchema>;

const extension = z
  .string()
  .regex(
    /^[0-9A-Za-z*#+._-]{1,20}$/,
    inWords('最多 20 个数字、字母或 * # + . _ -', 'at most 20 digits, letters or * # + . _ -'),
  );

export const extensionQuerySchema = z
  .object({
    extension: extension.optional(),
    /** Who was there at this moment; without it, everyone who ever was. */
    at: z.iso.datetime({ offset: true }).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .strict();
export type ExtensionQuery = z.infer<typeof extensionQuerySchema>;

export const extensionAssignmentSchema = z.object({
  assignmentId: z.uuid(),
  extension: z.string(),
  person: z.object({ personId: z.uuid(), staffNumber: z.string(), name: bilingualSchema }),
  from: z.iso.datetime(),
  /** Exclusive; null while it lasts. */
  to: z.iso.datetime().nullable(),
});
export type ExtensionAssignmentView = z.infer<typeof extensionAssignmentSchema>;
export const extensionListSchema = z.object({
  items: z.array(extensionAssignmentSchema),
  nextCursor: z.string().nullable(),
});
export type ExtensionList = z.infer<typeof extensionListSchema>;

export const newExtensionSchema = z
  .object({
    extension,
    staffNumber: plainText().trim().min(1).max(40),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }).nullable(),
  })
  .strict();
export type NewExtension = z.infer<typeof newExtensionSchema>;
export const releaseExtensionSchema = z.object({ at: z.iso.datetime({ offset: true }) }).strict();

export const importPlanQuerySchema = z.object({ plan: z.string().max(64).optional() }).strict();

export const extensionPreviewSchema = previewOf({
  added: z.array(
    z.object({
      line: z.number().int(),
      extension: z.string(),
      staffNumber: z.string(),
      from: z.iso.datetime(),
      to: z.iso.datetime().nullable(),
    }),
  ),
  /** Standing assignments that end because another person starts there. */
  ended: z.array(z.object({ extension: z.string(), staffNumber: z.string(), at: z.iso.datetime() })),
  /** Of `added` and `ended` at most 200 are listed; this many there are. */
  addedCount: z.number().int(),
  endedCount: z.number().int(),
  unchanged: z.number().int(),
});
export type ExtensionPreview = z.infer<typeof extensionPreviewSchema>;

export const staffRowResultSchema = z.enum(['new', 'changed', 'unchanged', 'error']);

export const staffPreviewSchema = previewOf({
  /** The lines that something happens to or that are wrong, at most 200; `moreRows` says how many more. */
  rows: z.array(
    z.object({
      line: z.number().int(),
      staffNumber: z.string(),
      result: staffRowResultSchema,
      /** Columns that change, with `new` none. */
      changes: z.array(z.enum(['name', 'team', 'account', 'language', 'roles', 'email'])),
    }),
  ),
  moreRows: z.number().int(),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    error: z.number().int(),
    accounts: z.number().int(),
    /** Roles that a second person has to approve. */
    proposals: z.number().int(),
  }),
});
export type StaffPreview = z.infer<typeof staffPreviewSchema>;
