import { liveConsentSchema } from '../live-calls.js';
import { telephonyNameSchema } from '../telephony.js';
import { liveCallsSchema, sourceInstructionSchema, wordsChoiceSchema } from './live-calls.js';
import { defineRoutes, get, post } from './route.js';

const CONTROL = ['live_call_not_found', 'live_call_over'] as const;

/** Calls that go on while they are captured. A programme asks for its own telephone system alone. */
export const liveCallsRoutes = defineRoutes('liveCalls', 'live', {
  list: get('/api/v1/live-calls', {
    summary: 'Calls within reach that go on and are captured, with the state of their recording',
    access: { permission: 'live_calls.control', whileIdle: true },
    answer: liveCallsSchema,
  }),
  consent: post('/api/v1/live-calls/{liveCallId}/consent', {
    summary: 'Says what the customer answered about being recorded, while the call goes on',
    description:
      '`given` and `refused` answer a call whose consent is pending; `withdrawn` stops one that is recorded, at once, and so does `refused`. What was refused or taken back stays so.',
    access: { permission: 'live_calls.control', inPerson: true },
    body: liveConsentSchema,
    refusals: [...CONTROL, 'live_consent_settled'],
  }),
  pause: post('/api/v1/live-calls/{liveCallId}/pause', {
    summary: 'Pauses the recording of a call that goes on',
    description:
      'What comes is thrown away unread. The pause ends by itself after the set time. A second time changes nothing.',
    access: { permission: 'live_calls.control', inPerson: true },
    refusals: CONTROL,
  }),
  resume: post('/api/v1/live-calls/{liveCallId}/resume', {
    summary: 'Goes on with the recording of a call that was paused',
    access: { permission: 'live_calls.control', inPerson: true },
    refusals: CONTROL,
  }),
  chooseWords: post('/api/v1/live-calls/{liveCallId}/words', {
    summary: 'Chooses whether the words of a call that goes on are heard',
    description:
      'How many calls a machine hears at once is measured as it starts. Words are masked where they are heard, kept nowhere, and never part of a score.',
    access: { permission: 'live_calls.choose_words', inPerson: true },
    body: wordsChoiceSchema,
    refusals: [...CONTROL, 'live_words_none', 'live_words_full', 'live_words_agent_unknown'],
  }),
  ofSource: get('/api/v1/telephony-sources/{sourceId}/live-calls', {
    summary: 'Calls of a telephone system that go on and are captured',
    description:
      '`sourceId` may be its name. The sender must be allowed to send calls of every team that the source may speak for; calls of other teams are not among them.',
    access: { permission: 'calls.ingest' },
    params: { sourceId: telephonyNameSchema },
    answer: liveCallsSchema,
    refusals: ['source_ended'],
  }),
  instruct: post('/api/v1/telephony-sources/{sourceId}/live-calls/{liveCallId}/instructions', {
    summary: 'Says consent, pauses or resumes a call of a telephone system that goes on',
    description:
      'For the telephone system’s own programmes: what a menu asked, or a till that takes a card. The same rules as for people.',
    access: { permission: 'calls.ingest' },
    params: { sourceId: telephonyNameSchema },
    body: sourceInstructionSchema,
    refusals: [...CONTROL, 'live_consent_settled', 'source_ended'],
  }),
});
