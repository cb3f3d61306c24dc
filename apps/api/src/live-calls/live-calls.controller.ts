import { Controller } from '@nestjs/common';
import { liveCallsRoutes as routes, type LiveAct, type LiveCalls, type LiveConsent } from '#contracts';
import { LiveCallDesk } from '#floor';
import { TelephonySourcesService } from '#intake';
import { reaches, scopeOf, type Asker } from '#people';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { LiveCallsQuery } from './live-calls.query.js';

/** Calls that go on while they are captured. */
@Controller()
export class LiveCallsController {
  constructor(
    private readonly query: LiveCallsQuery,
    private readonly desk: LiveCallDesk,
    private readonly sources: TelephonySourcesService,
  ) {}

  @Route(routes.list)
  list({ asker }: Asked<typeof routes.list>): Promise<LiveCalls> {
    return this.query.within(scopeOf('live_calls.control', asker.held, asker.personId));
  }

  @Route(routes.consent)
  consent({ asker, liveCallId, body }: Asked<typeof routes.consent>): Promise<void> {
    return this.ask(liveCallId, CONSENT[body.state], body.how, asker);
  }

  @Route(routes.pause)
  pause({ asker, liveCallId }: Asked<typeof routes.pause>): Promise<void> {
    return this.ask(liveCallId, 'pause', null, asker);
  }

  @Route(routes.resume)
  resume({ asker, liveCallId }: Asked<typeof routes.resume>): Promise<void> {
    return this.ask(liveCallId, 'resume', null, asker);
  }

  @Route(routes.ofSource)
  async ofSource({ asker, sourceId }: Asked<typeof routes.ofSource>): Promise<LiveCalls> {
    return this.query.ofSource(await this.sources.toSendFor(sourceId, asker));
  }

  @Route(routes.instruct)
  async instruct({ asker, sourceId, liveCallId, body }: Asked<typeof routes.instruct>): Promise<void> {
    const { name, teamIds } = await this.sources.toSendFor(sourceId, asker);
    const said = 'how' in body ? body.how : null;
    const asked = { act: body.act, said, byPersonId: asker.personId };
    const speaksFor = (teamId: string | null) => teamIds === null || (teamId !== null && teamIds.includes(teamId));
    await this.desk.ask(liveCallId, asked, ({ source, teamId }) => source === name && speaksFor(teamId));
  }

  private ask(id: string, act: LiveAct, said: LiveConsent['how'] | null, { held, personId }: Asker): Promise<void> {
    const scope = scopeOf('live_calls.control', held, personId);
    return this.desk.ask(id, { act, said, byPersonId: personId }, (call) => reaches(scope, call));
  }
}

const CONSENT = {
  given: 'consent_given',
  refused: 'consent_refused',
  withdrawn: 'consent_withdrawn',
} as const satisfies Record<LiveConsent['state'], LiveAct>;
