import { telephonyNameSchema } from '../telephony.js';
import { madeSchema } from './company.js';
import { recordsForm } from './forms.js';
import { defineRoutes, del, get, post, put } from './route.js';
import {
  asideFilesSchema,
  asideQuerySchema,
  changedTelephonySourceSchema,
  newTelephonySourceSchema,
  newSwitchboardNumberSchema,
  queueTeamListSchema,
  recordsPreviewQuestionSchema,
  recordsPreviewSchema,
  recordsQuerySchema,
  recordsTakenSchema,
  setQueueTeamSchema,
  telephonySourceSchema,
  telephonySourcesSchema,
  switchboardNumberListSchema,
} from './telephony-sources.js';

const FOLDER = ['folder_not_allowed', 'unknown_reader', 'unknown_zone'] as const;

export const telephonySourcesRoutes = defineRoutes('telephonySources', 'company', {
  list: get('/api/v1/telephony-sources', {
    summary: 'The telephone systems whose records are taken, and how each is',
    access: { permission: 'company.manage', reach: 'company' },
    answer: telephonySourcesSchema,
  }),
  create: post('/api/v1/telephony-sources', {
    summary: 'Adds a telephone system',
    description: 'Takes a fresh proof of identity: what it sends becomes calls, and its folder is read.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: newTelephonySourceSchema,
    answer: madeSchema,
    status: 201,
    refusals: ['source_name_taken', 'source_of_unknown_team', ...FOLDER],
  }),
  preview: post('/api/v1/telephony-sources/preview', {
    summary: 'Says what a piece of a file of records tells; nothing is stored',
    access: { permission: 'company.manage', reach: 'company' },
    body: recordsPreviewQuestionSchema,
    answer: recordsPreviewSchema,
    refusals: ['unknown_reader', 'unknown_zone'],
  }),
  one: get('/api/v1/telephony-sources/{sourceId}', {
    summary: 'One telephone system, with lines of its logs that could not be read',
    access: { permission: 'company.manage', reach: 'company' },
    answer: telephonySourceSchema,
  }),
  change: put('/api/v1/telephony-sources/{sourceId}', {
    summary: 'Changes how a telephone system is read, or which folder is watched',
    description: 'Takes a fresh proof of identity. What is left out stays; records that are there are not read again.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: changedTelephonySourceSchema,
    refusals: ['source_ended', ...FOLDER],
  }),
  end: post('/api/v1/telephony-sources/{sourceId}/end', {
    summary: 'Ends a telephone system: nothing more is taken from it',
    description: 'Takes a fresh proof of identity: calls that are not recorded meanwhile cannot be had again.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    refusals: ['source_ended'],
  }),
  files: get('/api/v1/telephony-sources/{sourceId}/files', {
    summary: 'Files of its folder that were put aside, with the reason; the newest first',
    access: { permission: 'company.manage', reach: 'company' },
    query: asideQuerySchema,
    answer: asideFilesSchema,
    refusals: ['bad_cursor'],
  }),
  again: post('/api/v1/telephony-sources/{sourceId}/files/{fileId}/again', {
    summary: 'Has a file that was put aside tried again',
    access: { permission: 'company.manage', reach: 'company' },
  }),
  away: post('/api/v1/telephony-sources/{sourceId}/files/{fileId}/away', {
    summary: 'Puts a file away: it is not taken, and no longer shown',
    access: { permission: 'company.manage', reach: 'company' },
  }),
  records: post('/api/v1/telephony-sources/{sourceId}/records', {
    summary: 'Takes a file of records; calls follow by what they tell',
    description:
      '`sourceId` may be its name. Any file may be sent again, in any order. The sender must be allowed to send calls of every team that the source may speak for.',
    access: { permission: 'calls.ingest' },
    params: { sourceId: telephonyNameSchema },
    query: recordsQuerySchema,
    form: recordsForm,
    answer: recordsTakenSchema,
    refusals: ['records_of_another_system', 'source_ended', 'file_too_large'],
  }),
  queueTeams: get('/api/v1/queue-teams', {
    summary: 'Which team answers for which queue',
    access: { permission: 'company.manage', reach: 'company', whileIdle: true },
    answer: queueTeamListSchema,
  }),
  setQueueTeam: put('/api/v1/queue-teams', {
    summary: 'Says which team answers for a queue',
    description: 'Callers who never reached a person are in its reach, also those of before.',
    access: { permission: 'company.manage', reach: 'company' },
    body: setQueueTeamSchema,
    refusals: ['closed', 'not_found'],
  }),
  switchboardNumbers: get('/api/v1/switchboard-numbers', {
    summary: 'Numbers that several customers call from: no customer is known again by them',
    description: 'Those that the company listed, and those of which calls told that they are shared.',
    access: { permission: 'company.manage', reach: 'company', whileIdle: true },
    answer: switchboardNumberListSchema,
  }),
  shareNumber: post('/api/v1/switchboard-numbers', {
    summary: 'Lists a number, such as a switchboard’s, as shared',
    description: 'Its calls, also those of before, are of no known customer from then on.',
    access: { permission: 'company.manage', reach: 'company' },
    body: newSwitchboardNumberSchema,
    refusals: ['joins_nobody'],
  }),
  unshareNumber: del('/api/v1/switchboard-numbers/{switchboardNumberId}', {
    summary: 'Says that a number is one customer’s after all',
    description: 'Calls whose records come from now on are joined again.',
    access: { permission: 'company.manage', reach: 'company' },
  }),
});
