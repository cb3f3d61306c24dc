import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Followed, type GrantAction, type Listening, type ListeningEnd, type Permission } from '#contracts';
import { floorRefusals, LiveCallRow, LIVE_CALL_TIMEOUT_MS } from '#floor';
import {
  GrantService,
  legalRefusals,
  LiveListenings,
  listeningOver,
  listeningRefusal,
  type LiveListeningRow,
  type StandingGrant,
} from '#legal';
import { reaches, scopeOf, type Asker, NoticeService, SessionService } from '#people';
import { Clock } from '#platform';

/** What of people a listening rests on. */
@Injectable()
class PeopleToAsk {
  constructor(
    private readonly notices: NoticeService,
    private readonly sessions: SessionService,
  ) {}

  told(personId: string): Promise<{ announced: boolean; acknowledged: boolean }> {
    return this.notices.listeningIn(personId);
  }

  signedIn(sessionIds: readonly string[]): Promise<Map<string, Asker>> {
    return this.sessions.liveAmong(sessionIds);
  }
}

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
  async open(asker: Asker, liveCallId: string, follows: Followed): Promise<Listening> {
    const call = await this.source.manager.findOneBy(LiveCallRow, { id: liveCallId });
    if (!call || !reachesCall(asker, call, follows)) throw floorRefusals.live_call_not_found();
    if (this.isOver(call)) throw floorRefusals.live_call_over();
    // Who is on the call hears it anyway.
    const grant =
      follows === 'words' && call.personId === asker.personId ? null : await this.granted(asker, call, follows);
    const { id } = await this.listenings.open(asker, call, grant, follows);
    return { listeningId: id, liveCallId, grantCode: grant?.code ?? null };
  }

  private async granted(asker: Asker, call: LiveCallRow, follows: Followed): Promise<StandingGrant> {
    const granted = await this.grants.liveGrant(asker, legOf(call), ACTION[follows]);
    const agent = call.personId && { personId: call.personId, ...(await this.people.told(call.personId)) };
    const refusal = listeningRefusal(agent || null, asker, granted.allowed);
    if (refusal || !granted.allowed) throw legalRefusals[refusal ?? 'listening_no_grant']();
    return granted.grant;
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
    const own = row.grantId === null;
    // One's own screen is looked at, not used, while one talks.
    const signedIn = asker !== undefined && asker.pending === null && (own || !asker.idle);
    // A call that went to another is no longer the one that was asked about.
    const callOver = !call || this.isOver(call) || call.personId !== row.agentPersonId;
    const granted =
      call !== undefined &&
      asker !== undefined &&
      reachesCall(asker, call, row.follows) &&
      (row.grantId === null ||
        (await this.grants.holds(row.grantId, asker, legOf(call), [ACTION[row.follows]])) !== null);
    const acknowledged = own || (await this.people.told(row.agentPersonId)).acknowledged;
    return listeningOver({ endedBy: row.endReason, callOver, signedIn, granted: granted || callOver, acknowledged });
  }

  private isOver({ endedAt, seenAt }: LiveCallRow): boolean {
    return endedAt !== null || this.clock.now().getTime() - seenAt.getTime() > LIVE_CALL_TIMEOUT_MS;
  }
}

/** What each takes: the right of the role, and of the grant. */
const RIGHT = { sound: 'live_calls.listen', words: 'live_calls.control' } as const satisfies Record<
  Followed,
  Permission
>;
const ACTION = { sound: 'listen_live', words: 'read' } as const satisfies Record<Followed, GrantAction>;

const reachesCall = ({ held, personId }: Asker, call: LiveCallRow, follows: Followed): boolean =>
  reaches(scopeOf(RIGHT[follows], held, personId), call);

const legOf = ({ personId, teamId }: LiveCallRow) => ({ personId, takenByPersonId: personId, teamId });
