import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type EventName, type LiveArea } from '#contracts';
import { JOURNAL_CHANNEL, JournalListener, type JournalNotice } from '#journal';
import { TOLD_CHANNEL } from '#notifications';
import { ENV, LOGGER, PROGRESS_CHANNEL, type Env, type Logger } from '#platform';
import { areasOf, roomsOfLeg } from './rooms.rules.js';

/** A burst about one call is pushed once in this time. */
const BETWEEN_MS = 150;
/** Reading and listening change nothing that a screen shows of a call; telling them would make every open screen read again. */
const QUIET: EventName[] = ['transcript.read', 'play.opened', 'play.closed'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface PushListeners {
  /** Something about a call changed; said once for each room that may know. */
  changed: (room: string, callId: string) => void;
  /** A pass over past calls is further. */
  ran: (room: string, runId: string) => void;
  /** Something happened in an area of work. */
  news: (area: LiveArea) => void;
  /** Something about a call that goes on changed, in the room of its agent. */
  live: (room: string) => void;
  /** There is something new for a person to read. */
  notified: (personId: string) => void;
  /** The connection is new: what happened before it is not known. */
  resumed: () => void;
}

/** Is notified of commits, and finds out which rooms may know of them. */
@Injectable()
export class PushFeed implements OnApplicationShutdown {
  private readonly entryIds = new Set<string>();
  private readonly callIds = new Set<string>();
  private readonly runIds = new Set<string>();
  /** Calls whose telephones did something; lists of calls show nothing of that. */
  private readonly lineIds = new Set<string>();
  private readonly floorIds = new Set<string>();
  /** People whose calls go on. */
  private readonly livePeople = new Set<string>();
  private readonly floors: ((teamIds: ReadonlySet<string> | 'every') => void)[] = [];
  private listener: JournalListener | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastFlush = 0;

  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(on: PushListeners): Promise<void> {
    const notice = (channel: string, payload: string) => {
      if (channel === TOLD_CHANNEL) return on.notified(payload);
      this.note(channel, payload);
      this.schedule(on);
    };
    const resume = () => {
      on.resumed();
      this.tellFloors('every');
    };
    this.listener = new JournalListener(this.env.databaseUrl, this.logger, { notice, resume }, [
      JOURNAL_CHANNEL,
      PROGRESS_CHANNEL,
      TOLD_CHANNEL,
    ]);
    await this.listener.start();
  }

  /** Hears of the teams whose calls, alarms or floor changed; of all of them where that is not known. */
  onTeams(listener: (teamIds: ReadonlySet<string> | 'every') => void): void {
    this.floors.push(listener);
  }

  private tellFloors(teamIds: ReadonlySet<string> | 'every'): void {
    if (teamIds === 'every' || teamIds.size > 0) for (const listener of this.floors) listener(teamIds);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.listener?.stop();
  }

  private note(channel: string, payload: string): void {
    if (channel === PROGRESS_CHANNEL) {
      const [kind, id] = /^(run|line|floor|live):(.*)$/s.exec(payload)?.slice(1) ?? ['call', payload];
      if (id !== undefined && UUID.test(id)) this.progressed(kind).add(id);
      return;
    }
    const noticed = readNotice(payload);
    if (!noticed) return this.logger.warn({ channel }, 'a notice of the journal could not be read, and was left out');
    this.entryIds.add(noticed.entryId);
  }

  private progressed(kind: string | undefined): Set<string> {
    if (kind === 'run') return this.runIds;
    if (kind === 'line') return this.lineIds;
    if (kind === 'live') return this.livePeople;
    return kind === 'floor' ? this.floorIds : this.callIds;
  }

  /** The first word of a burst goes out at once, the rest together. */
  private schedule(on: PushListeners): void {
    if (this.timer || this.noted().every(({ size }) => size === 0)) return;
    const wait = Math.max(0, this.lastFlush + BETWEEN_MS - performance.now());
    this.timer = setTimeout(() => {
      this.lastFlush = performance.now();
      this.flush(on)
        .catch((error: unknown) => {
          this.logger.error({ err: error }, 'changes could not be pushed; every client fetches again');
          on.resumed();
          this.tellFloors('every');
        })
        .finally(() => {
          this.timer = undefined;
          this.schedule(on);
        });
    }, wait);
  }

  private noted(): Set<string>[] {
    return [this.entryIds, this.callIds, this.runIds, this.lineIds, this.floorIds, this.livePeople];
  }

  private async flush(on: PushListeners): Promise<void> {
    const [entryIds, callIds, runIds, lineIds, floorIds, livePeople] = this.noted().map((ids) => [...ids]) as [
      string[],
      ...string[][],
    ];
    for (const ids of this.noted()) ids.clear();
    if (runIds!.length > 0) await this.pushRuns(on, runIds!);
    this.tellFloors(new Set(floorIds));
    for (const personId of livePeople!) on.live(`person:${personId}`);
    if (entryIds.length + callIds!.length + lineIds!.length === 0) return;
    await this.pushAreas(on, entryIds);
    const legs: { callId: string; teamId: string | null; personId: string | null; line: boolean }[] =
      await this.source.query(
        `with changed as (select call_id, false as line from journal_entry where id = any($1) and event <> all($2)
           union select unnest($3::uuid[]), false union select unnest($4::uuid[]), true)
         select leg.call_id as "callId", team_id as "teamId", person_id as "personId", line from leg join changed on changed.call_id = leg.call_id
         union select one.call_id, team_id, unnest(array_remove(array[owner_person_id, offered_to_person_id], null)), line
           from commitment one join changed on changed.call_id = one.call_id
         union select leg.call_id, person.team_id, null, true from leg join changed on changed.call_id = leg.call_id
           join person on person.id = leg.person_id`,
        [entryIds, QUIET, callIds, lineIds],
      );
    // On the floor of an agent's own team it shows, too, that they are in a call of another.
    this.tellFloors(new Set(legs.flatMap(({ teamId }) => teamId ?? [])));
    const listed = legs.filter(({ line }) => !line);
    const tellings = new Set(listed.flatMap((leg) => roomsOfLeg(leg).map((room) => `${room} ${leg.callId}`)));
    for (const telling of tellings) {
      const [room, callId] = telling.split(' ') as [string, string];
      on.changed(room, callId);
    }
  }

  private async pushAreas({ news }: PushListeners, entryIds: readonly string[]): Promise<void> {
    const happened: { event: string }[] = await this.source.query(
      'select distinct event from journal_entry where id = any($1)',
      [entryIds],
    );
    for (const area of new Set(happened.flatMap(({ event }) => areasOf(event)))) news(area);
    if (happened.some(({ event }) => event.startsWith('alarm.'))) this.tellFloors('every');
  }

  private async pushRuns({ ran }: PushListeners, runIds: readonly string[]): Promise<void> {
    const reached: { runId: string; teamId: string }[] = await this.source.query(
      `select run.id as "runId", team.id as "teamId" from quality_run run join team on run.team_ids is null or team.id = any(run.team_ids)
       where run.id = any($1)`,
      [runIds],
    );
    for (const { runId, teamId } of reached) ran(`team:${teamId}`, runId);
  }
}

/** Anyone who can connect to the database can notify: what we did not write must not end the process. */
function readNotice(payload: string): JournalNotice | null {
  try {
    const { entryId, callId } = JSON.parse(payload) as Partial<JournalNotice>;
    return typeof entryId === 'string' && UUID.test(entryId) ? { entryId, callId: callId ?? null } : null;
  } catch {
    return null;
  }
}
