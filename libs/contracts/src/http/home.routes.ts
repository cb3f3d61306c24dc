import {
  listenersSchema,
  momentsQuerySchema,
  momentsSchema,
  overturnedItemsSchema,
  unreviewedAgentsSchema,
  waitsThereSchema,
} from './home.js';
import { defineRoutes, get } from './route.js';
import { setUpSchema } from './set-up.js';

/** What a person begins the day with; what waits elsewhere is asked there. */
export const homeRoutes = defineRoutes('home', 'home', {
  moments: get('/api/v1/home/moments', {
    summary: 'Results that were not met, of one’s own calls or one’s teams’, the heaviest first',
    description: 'One of each call, of scores that count. What cost nothing, and what was not judged, is left out.',
    access: { permission: 'scorecards.read' },
    query: momentsQuerySchema,
    answer: momentsSchema,
  }),
  unreviewed: get('/api/v1/home/unreviewed', {
    summary: 'Agents of whom no person has reviewed a call this week',
    access: { permission: 'scorecards.judge' },
    answer: unreviewedAgentsSchema,
  }),
  listeners: get('/api/v1/home/listeners', {
    summary: 'Who listened to one’s own calls',
    access: { permission: 'calls.journal.read' },
    answer: listenersSchema,
  }),
  overturned: get('/api/v1/home/overturned', {
    summary: 'Items whose automatic results people change',
    access: { permission: 'scorecards.judge' },
    answer: overturnedItemsSchema,
  }),
  waitsThere: get('/api/v1/home/waiting/{absenceId}', {
    summary: 'How much waits where the account deputises for a person who is away',
    description:
      'Only by the deputy, while the absence is in force. Of requests and disputes at most 100 are looked at.',
    access: { signedIn: true },
    answer: waitsThereSchema,
    refusals: ['acting_over'],
  }),
  setUp: get('/api/v1/home/set-up', {
    summary: 'How far a new installation has come towards its first scored call',
    description: 'Steps as closed words, without names; of calls, only which scored one the asker may open.',
    access: { permission: 'processing.read', reach: 'company' },
    answer: setUpSchema,
  }),
});
