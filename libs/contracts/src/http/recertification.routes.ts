import { csvFile, defineRoutes, get, post, put } from './route.js';
import {
  recertificationAnswersSchema,
  recertificationFileQuerySchema,
  recertificationListSchema,
  recertificationSettingsSchema,
  recertifiedListSchema,
  recertifiedQuerySchema,
} from './recertification.js';

/** On a schedule it is asked who still needs which role and which standing grant. */
export const recertificationRoutes = defineRoutes('recertification', 'people', {
  list: get('/api/v1/recertifications', {
    summary: 'Rounds in which it is asked who still needs which right, and when the next one is',
    description: 'Counts are of what is within reach.',
    access: { permission: 'recertification.read' },
    answer: recertificationListSchema,
  }),
  set: put('/api/v1/recertifications/settings', {
    summary: 'Says how often it is asked, and from when',
    access: { permission: 'recertification.manage', reach: 'company' },
    body: recertificationSettingsSchema,
    answer: recertificationSettingsSchema,
    refusals: ['recertification_in_the_past'],
  }),
  items: get('/api/v1/recertifications/{roundId}/items', {
    summary: 'Rights of a round within reach, with their answers',
    access: { permission: 'recertification.read' },
    query: recertifiedQuerySchema,
    answer: recertifiedListSchema,
    refusals: ['recertification_not_found'],
  }),
  answer: post('/api/v1/recertifications/answers', {
    summary: 'Says of up to 200 rights whether they are still needed',
    description:
      'All of them or none. Takes a fresh proof of identity. Who may take the role away takes it away by answering “remove”; of others it waits for a person who may.',
    access: { permission: 'recertification.answer', stepUp: true },
    body: recertificationAnswersSchema,
    refusals: [
      'recertification_not_found',
      'recertification_answered',
      'recertification_own',
      'recertification_giver',
      'last_administrator',
    ],
  }),
  remove: post('/api/v1/recertifications/items/{itemId}/removal', {
    summary: 'Takes a role away of which a supervisor said that it is not needed',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: [
      'recertification_not_found',
      'recertification_answered',
      'recertification_own',
      'role_beyond_reach',
      'last_administrator',
    ],
  }),
  file: get('/api/v1/recertifications/{roundId}/file', {
    summary: 'A round as a file, for auditors',
    access: { permission: 'recertification.report', reach: 'company' },
    query: recertificationFileQuerySchema,
    answer: csvFile,
    refusals: ['recertification_not_found'],
  }),
});
