import { z } from 'zod';
import { EVENT_DOMAIN_NAMES, EVENT_NAMES } from '../journal-events.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { csvFile, defineRoutes, get } from './route.js';

const namedPerson = z.object({ personId: z.uuid(), name: bilingualSchema });

/** What the journal may be narrowed to; it is in the address of the screen and in the entry about the search. */
export const journalFiltersSchema = z.object({
  /** First and last day, in the site's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  call: z.uuid().optional(),
  /** The person who acted, or whom the entry is about. */
  person: z.uuid().optional(),
  /** A legal case: its requests, grants, holds, packages, and what was opened under them. */
  case: z.uuid().optional(),
  /** A kind of entries, or one event by name. */
  kind: z.enum([...EVENT_DOMAIN_NAMES, ...EVENT_NAMES]).optional(),
});
export type JournalFilters = z.infer<typeof journalFiltersSchema>;

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const journalQuerySchema = journalFiltersSchema.extend(page);
export const journalExportQuerySchema = journalFiltersSchema.extend({ exportLanguage: languageSchema.optional() });

export const journalRowSchema = z.object({
  entryId: z.uuid(),
  /** Dense once sealed; null in the unsealed window of at most 5 s. */
  position: z.number().int().nullable(),
  /** A signed head reaches this row: changing it would contradict a signature. */
  signed: z.boolean(),
  at: z.iso.datetime(),
  event: z.string(),
  callId: z.uuid().nullable(),
  /** null: the product itself. */
  actor: namedPerson.nullable(),
  /** Whom the entry is about, beside who acted. */
  subject: namedPerson.nullable(),
  /** What people call the request, grant, case, hold, package or certificate that the entry names. */
  reference: z.string().nullable(),
  /** null: erased. The commitment stays in the chain. */
  details: z.record(z.string(), z.unknown()).nullable(),
  /** sha256 over salt and details, hex. */
  commitment: z.string(),
});
export type JournalRow = z.infer<typeof journalRowSchema>;

export const journalPageSchema = z.object({ entries: z.array(journalRowSchema), nextCursor: z.string().nullable() });
export type JournalPage = z.infer<typeof journalPageSchema>;

/** How far the chain is sealed and signed, and where the heads lie that prove it. Nothing here is a verification. */
export const journalChainSchema = z.object({
  /** null before the first entry was sealed. */
  head: z.object({ position: z.number().int(), signedAt: z.iso.datetime(), chainHash: z.string() }).nullable(),
  unsealed: z.number().int(),
  headsFile: z.string(),
  /** PEM, of the key that signs the heads; null where the API's machine does not hold it. */
  publicKey: z.string().nullable(),
});
export type JournalChain = z.infer<typeof journalChainSchema>;

/** Whom and which cases the journal can be narrowed to. */
export const journalChoicesSchema = z.object({
  people: z.array(namedPerson.extend({ staffNumber: z.string(), left: z.boolean() })),
  cases: z.array(z.object({ caseId: z.uuid(), reference: z.string(), title: z.string() })),
});
export type JournalChoices = z.infer<typeof journalChoicesSchema>;

/** The chained journal, for who audits. */
export const journalRoutes = defineRoutes('journal', 'audit', {
  page: get('/api/v1/journal', {
    summary: 'Rows of the journal by call, person, legal case, kind and time, the latest first',
    description:
      'Ids, times and closed words, no content of calls. A search is itself an entry; its further pages are not.',
    access: { permission: 'journal.read' },
    query: journalQuerySchema,
    answer: journalPageSchema,
    refusals: ['bad_cursor'],
  }),
  chain: get('/api/v1/journal/chain', {
    summary: 'How far the chain is sealed and signed, and where the signed heads lie',
    access: { permission: 'journal.read' },
    answer: journalChainSchema,
  }),
  choices: get('/api/v1/journal/choices', {
    summary: 'The people and legal cases that the journal can be narrowed to',
    access: { permission: 'journal.read' },
    answer: journalChoicesSchema,
  }),
  export: get('/api/v1/journal/export.csv', {
    summary: 'The narrowed journal as a CSV file',
    description: 'At most 100,000 rows. Journalled before it begins and at its end.',
    access: { permission: 'journal.read' },
    query: journalExportQuerySchema,
    answer: csvFile,
  }),
});
