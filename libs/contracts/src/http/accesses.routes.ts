import {
  accessExportQuerySchema,
  accessPageSchema,
  accessQuerySchema,
  auditExportQuerySchema,
  openGrantListSchema,
  pastCorrectionListSchema,
  unusualExportQuerySchema,
  unusualQuerySchema,
  unusualViewSchema,
} from './audit.js';
import { csvFile, defineRoutes, get } from './route.js';

/** Who heard, read or took what and why, which rights are open, and what is worth a look. */
export const accessesRoutes = defineRoutes('accesses', 'audit', {
  page: get('/api/v1/accesses', {
    summary: 'Plays, readings, exports and downloads by person, call, purpose, kind and time, the latest first',
    description: 'A search is itself an entry of the journal; its further pages are not.',
    access: { permission: 'journal.read' },
    query: accessQuerySchema,
    answer: accessPageSchema,
    refusals: ['bad_cursor'],
  }),
  export: get('/api/v1/accesses/export.csv', {
    summary: 'Plays, readings, exports and downloads as a CSV file',
    description: 'At most 100,000 rows; journalled.',
    access: { permission: 'journal.read' },
    query: accessExportQuerySchema,
    answer: csvFile,
  }),
  open: get('/api/v1/accesses/grants', {
    summary: 'Every right to open recordings that holds now, with what is left of it',
    access: { permission: 'journal.read' },
    answer: openGrantListSchema,
  }),
  exportGrants: get('/api/v1/accesses/grants/export.csv', {
    summary: 'Open rights as a CSV file',
    description: 'Journalled.',
    access: { permission: 'journal.read' },
    query: auditExportQuerySchema,
    answer: csvFile,
  }),
  corrections: get('/api/v1/accesses/corrections', {
    summary: 'Past corrections that one person made alone and that would be refused or wait now',
    description:
      'From before corrections that move rights, retention or a dispute took two people; the latest first. Opening the list is an entry of the journal.',
    access: { permission: 'journal.read' },
    answer: pastCorrectionListSchema,
  }),
  exportCorrections: get('/api/v1/accesses/corrections/export.csv', {
    summary: 'Past corrections that would be refused now as a CSV file',
    description: 'Journalled.',
    access: { permission: 'journal.read' },
    query: auditExportQuerySchema,
    answer: csvFile,
  }),
  worthALook: get('/api/v1/accesses/unusual', {
    summary: 'Use of recordings that is worth a look, by stated rules',
    description: 'Each finding names its rule and figures. A person is compared with themselves; nothing is added up.',
    access: { permission: 'journal.read' },
    query: unusualQuerySchema,
    answer: unusualViewSchema,
    refusals: ['period_too_long'],
  }),
  exportUnusual: get('/api/v1/accesses/unusual/export.csv', {
    summary: 'Use that is worth a look as a CSV file',
    description: 'Journalled.',
    access: { permission: 'journal.read' },
    query: unusualExportQuerySchema,
    answer: csvFile,
    refusals: ['period_too_long'],
  }),
});
