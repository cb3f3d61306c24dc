import { madeSchema } from './company.js';
import { defineRoutes, get, post, put } from './route.js';
import {
  asideFilesSchema,
  asideQuerySchema,
  changedTelephonySystemSchema,
  newTelephonySystemSchema,
  recordsPreviewQuestionSchema,
  recordsPreviewSchema,
  sentRecordsSchema,
  takenRecordsSchema,
  telephonySystemSchema,
  telephonySystemsSchema,
} from './telephony-systems.js';

const FOLDER = ['folder_not_allowed', 'unknown_reader', 'unknown_zone'] as const;

export const telephonySystemsRoutes = defineRoutes('telephonySystems', 'company', {
  list: get('/api/v1/telephony-systems', {
    summary: 'The telephone systems whose records are taken, and how each is',
    access: { permission: 'company.manage', reach: 'company' },
    answer: telephonySystemsSchema,
  }),
  create: post('/api/v1/telephony-systems', {
    summary: 'Adds a telephone system',
    description: 'Takes a fresh proof of identity: what it sends becomes calls, and its folder is read.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: newTelephonySystemSchema,
    answer: madeSchema,
    status: 201,
    refusals: ['source_name_taken', 'source_of_unknown_team', ...FOLDER],
  }),
  preview: post('/api/v1/telephony-systems/preview', {
    summary: 'Says what a piece of a file of records tells; nothing is stored',
    access: { permission: 'company.manage', reach: 'company' },
    body: recordsPreviewQuestionSchema,
    answer: recordsPreviewSchema,
    refusals: ['unknown_reader', 'unknown_zone'],
  }),
  one: get('/api/v1/telephony-systems/{sourceId}', {
    summary: 'One telephone system, with lines of its logs that could not be read',
    access: { permission: 'company.manage', reach: 'company' },
    answer: telephonySystemSchema,
  }),
  change: put('/api/v1/telephony-systems/{sourceId}', {
    summary: 'Changes how a telephone system is read, or which folder is watched',
    description: 'Takes a fresh proof of identity. What is left out stays; records that are there are not read again.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: changedTelephonySystemSchema,
    refusals: ['source_ended', ...FOLDER],
  }),
  end: post('/api/v1/telephony-systems/{sourceId}/end', {
    summary: 'Ends a telephone system: nothing more is taken from it',
    access: { permission: 'company.manage', reach: 'company' },
    refusals: ['source_ended'],
  }),
  records: post('/api/v1/telephony-systems/{sourceId}/records', {
    summary: 'Takes a piece of a file of records',
    description: 'Whole lines; sending twice is harmless.',
    access: { permission: 'company.manage', reach: 'company' },
    body: sentRecordsSchema,
    answer: takenRecordsSchema,
    refusals: ['source_ended', 'records_of_another_system'],
  }),
  files: get('/api/v1/telephony-systems/{sourceId}/files', {
    summary: 'Files of its folder that were put aside, with the reason; the newest first',
    access: { permission: 'company.manage', reach: 'company' },
    query: asideQuerySchema,
    answer: asideFilesSchema,
    refusals: ['bad_cursor'],
  }),
  again: post('/api/v1/telephony-systems/{sourceId}/files/{fileId}/again', {
    summary: 'Has a file that was put aside tried again',
    access: { permission: 'company.manage', reach: 'company' },
  }),
  away: post('/api/v1/telephony-systems/{sourceId}/files/{fileId}/away', {
    summary: 'Puts a file away: it is not taken, and no longer shown',
    access: { permission: 'company.manage', reach: 'company' },
  }),
});
