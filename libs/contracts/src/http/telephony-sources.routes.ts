import { telephonyNameSchema } from '../telephony.js';
import { recordsForm } from './forms.js';
import { defineRoutes, get, post, put } from './route.js';
import {
  queueTeamListSchema,
  recordsQuerySchema,
  recordsTakenSchema,
  setQueueTeamSchema,
} from './telephony-sources.js';

export const telephonySourcesRoutes = defineRoutes('telephonySources', 'company', {
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
    refusals: ['not_found'],
  }),
});
