import { liveCallsRoutes, type LiveAct, type LiveConsent } from '#contracts';
import { LiveCallDesk } from '#floor';
import { TelephonySourcesService } from '#intake';
import { reaches, scopeOf, type Asker } from '#people';
import { implement } from '../routes/implement.js';
import { LiveCallsQuery } from './live-calls.query.js';

/** Calls that go on while they are captured. */
export const liveCallsHandlers = implement(
  liveCallsRoutes,
  [LiveCallsQuery, LiveCallDesk, TelephonySourcesService],
  (query, desk, sources) => {
    const ask = (
      id: string,
      act: LiveAct,
      said: LiveConsent['how'] | null,
      { held, personId }: Asker,
    ): Promise<void> => {
      const scope = scopeOf('live_calls.control', held, personId);
      return desk.ask(id, { act, said, byPersonId: personId }, (call) => reaches(scope, call));
    };
    return {
      list: ({ asker }) => query.within(scopeOf('live_calls.control', asker.held, asker.personId), asker.personId),
      consent: ({ asker, liveCallId, body }) => ask(liveCallId, CONSENT[body.state], body.how, asker),
      pause: ({ asker, liveCallId }) => ask(liveCallId, 'pause', null, asker),
      resume: ({ asker, liveCallId }) => ask(liveCallId, 'resume', null, asker),
      chooseWords: ({ asker: { held, personId }, liveCallId, body }) => {
        const scope = scopeOf('live_calls.choose_words', held, personId);
        return desk.chooseWords(liveCallId, { ...body, byPersonId: personId }, (call) => reaches(scope, call));
      },
      ofSource: async ({ asker, sourceId }) => query.ofSource(await sources.toSendFor(sourceId, asker)),
      instruct: async ({ asker, sourceId, liveCallId, body }) => {
        const { name, teamIds } = await sources.toSendFor(sourceId, asker);
        const said = 'how' in body ? body.how : null;
        const asked = { act: body.act, said, byPersonId: asker.personId };
        const speaksFor = (teamId: string | null) => teamIds === null || (teamId !== null && teamIds.includes(teamId));
        await desk.ask(liveCallId, asked, ({ source, teamId }) => source === name && speaksFor(teamId));
      },
    };
  },
);

const CONSENT = {
  given: 'consent_given',
  refused: 'consent_refused',
  withdrawn: 'consent_withdrawn',
} as const satisfies Record<LiveConsent['state'], LiveAct>;
