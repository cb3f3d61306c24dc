import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Listening, type ListeningEnd } from '#contracts';
import { floorRefusals, LiveCallRow, UNSEEN_MS } from '#floor';
import {
  GrantService,
  legalRefusals,
  LiveListenings,
  listeningOver,
  listeningRefusal,
  type LiveListeningRow,
} from '#legal';
import { reaches, scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { PeopleToAsk } from './people-to-ask.js';

/** Who may listen in on a call that goes on, and for how long: the call, the grant, the notice and the session meet here. */
@Injectable()
export class ListeningDesk {
  constructor(
    private readonly source: DataSource,
    private readonly grants: GrantService,
    private readonly listenings: LiveListenings,
    private readonly people: PeopleToAsk,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `live_call_not_found` | `live_call_over` | `listening_full` and each `ListeningRefusal` */
  async open(asker: Asker, liveCallId: string): Promise<Listening> {
    const call = await this.source.manager.findOneBy(LiveCallRow, { id: liveCallId });
    if (!call || !reachesCall(asker, call)) throw floorRefusals.live_call_not_found();
    if (this.isOver(call)) throw floorRefusals.live_call_over();
    const granted = await this.grants.liveGrant(asker, legOf(call), 'listen_live');
    const agent = call.personId && { personId: call.personId, ...(await this.people.told(call.personId)) };
    const refusal = listeningRefusal(agent || null, asker, granted.allowed);
    if (refusal || !granted.allowed) throw legalRefusals[refusal ?? 'listening_no_grant']();
    const { id } = await this.listenings.open(asker, call, granted.grant);
    return { listeningId: id, liveCallId, grantCode: granted.grant.code };
  }

  /** Of each that is open by now: why it is over, or null. Asked again at least every second while sound is sent. */
  async whyOver(ids: readonly string[]): Promise<Map<string, ListeningEnd | null>> {
    const rows = await this.listenings.among(ids);
    const [askers, calls] = await Promise.all([
      this.people.signedIn(rows.map(({ sessionId }) => sessionId)),
      this.source.manager.findBy(
        LiveCallRow,
        rows.map(({ liveCallId: id }) => ({ id })),
      ),
    ]);
    const answers = rows.map(async (row): Promise<[string, ListeningEnd | null]> => {
      const call = calls.find(({ id }) => id === row.liveCallId);
      return [row.id, await this.whyOne(row, call, askers.get(row.sessionId))];
    });
    return new Map(await Promise.all(answers));
  }

  private async whyOne(
    row: LiveListeningRow,
    call: LiveCallRow | undefined,
    asker: Asker | undefined,
  ): Promise<ListeningEnd | null> {
    const signedIn = asker !== undefined && asker.pending === null && !asker.idle;
    // A call that went to another is no longer the one that was asked about.
    const callOver = !call || this.isOver(call) || call.personId !== row.agentPersonId;
    const granted =
      call !== undefined &&
      asker !== undefined &&
      reachesCall(asker, call) &&
      (await this.grants.holds(row.grantId, asker, legOf(call), ['listen_live'])) !== null;
    const { acknowledged } = await this.people.told(row.agentPersonId);
    return listeningOver({ endedBy: row.endReason, callOver, signedIn, granted: granted || callOver, acknowledged });
  }

  private isOver({ endedAt, seenAt }: LiveCallRow): boolean {
    return endedAt !== null || this.clock.now().getTime() - seenAt.getTime() > UNSEEN_MS;
  }
}

const reachesCall = ({ held, personId }: Asker, call: LiveCallRow): boolean =>
  reaches(scopeOf('live_calls.listen', held, personId), call);

const legOf = ({ personId, teamId }: LiveCallRow) => ({ personId, takenByPersonId: personId, teamId });
