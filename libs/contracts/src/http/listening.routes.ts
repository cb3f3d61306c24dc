import { listeningSchema } from '../listening.js';
import { defineRoutes, post } from './route.js';

/** Listening in on calls that go on. */
export const listeningRoutes = defineRoutes('listening', 'live', {
  open: post('/api/v1/live-calls/{liveCallId}/listenings', {
    summary: 'Begins to listen in on a call that goes on',
    description:
      'Takes a standing grant that opens `listen_live`, and an agent who acknowledged that calls may be listened in on. The sound comes through the namespace `/listening` of the live socket, to this session alone, and ends within a second of the grant, the session or the call; the page that goes away ends it. Both beginning and end are in the journal. One at a time of a session: another ends the one before.',
    access: { permission: 'live_calls.listen', inPerson: true },
    answer: listeningSchema,
    status: 201,
    refusals: [
      'live_call_not_found',
      'live_call_over',
      'listening_agent_unknown',
      'listening_own_call',
      'listening_no_grant',
      'listening_not_announced',
      'listening_not_acknowledged',
      'listening_full',
    ],
  }),
  read: post('/api/v1/live-calls/{liveCallId}/readings', {
    summary: 'Begins to read along in a call whose words are heard while it goes on',
    description:
      'One’s own call, or, under a standing grant that opens `read`, one of the team whose agent acknowledged that calls may be listened in on. The words come masked through the namespace `/listening`, to this session alone, and end as listening in does.',
    access: { permission: 'live_calls.control', inPerson: true },
    answer: listeningSchema,
    status: 201,
    refusals: [
      'live_call_not_found',
      'live_call_over',
      'listening_agent_unknown',
      'listening_no_grant',
      'listening_not_announced',
      'listening_not_acknowledged',
      'listening_full',
    ],
  }),
});
