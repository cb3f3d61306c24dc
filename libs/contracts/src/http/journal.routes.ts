import {
  journalChainSchema,
  journalChoicesSchema,
  journalExportQuerySchema,
  journalPageSchema,
  journalQuerySchema,
} from './journal.js';
import { csvFile, defineRoutes, get } from './route.js';

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
