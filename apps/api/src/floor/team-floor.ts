import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { type FloorPart, type FloorRow, type FloorRows, type ServiceReport } from '#contracts';
import { agentState, standingAlarms, waitingNow, withCapture, type StandingAlarm } from '#floor/rules';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { type ReportAsker } from '#reviews';
import { ServiceLevels } from '#reports';
import { TeamLineQuery, type ShownCapture, type ShownLeg, type TeamLine } from './team-line.query.js';
import { TeamCommitmentsQuery, type TeamCommitments } from './team-commitments.query.js';
import { TeamResultsQuery, type TeamResults } from './team-results.query.js';

/** What the database tells of a team's floor; what of it depends on the clock is worked out each second. */
export interface TeamSight {
  line: TeamLine;
  service: ServiceReport;
  results: TeamResults;
  promises: TeamCommitments;
  day: string;
  dayStart: number;
}

/** Critical results of today that the feed holds. */
const MOST_IN_FEED = 20;

/** Counts for the team, and shows its figures to no person: to whom they go, the rooms of the socket say. */
const ofTeam = (teamId: string): ReportAsker => ({
  held: [{ role: 'supervisor', teamId }],
  personId: '00000000-0000-4000-8000-000000000000',
});

@Injectable()
export class TeamFloor {
  constructor(
    private readonly lines: TeamLineQuery,
    private readonly results: TeamResultsQuery,
    private readonly promises: TeamCommitmentsQuery,
    private readonly service: ServiceLevels,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** @returns null where there is no such team */
  async sight(teamId: string): Promise<TeamSight | null> {
    const { timeZone } = await this.company.profile();
    const now = this.clock.now();
    const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
    const day = today.toFormat('yyyy-MM-dd');
    const dayStart = today.toJSDate();
    const query = { by: 'service_team' as const, from: day, to: day, team: [teamId] };
    const line = await this.lines.of(teamId, now, dayStart);
    if (!line) return null;
    const people = line.agents.map(({ personId }) => personId);
    const [service, results, promises] = await Promise.all([
      this.service.report(ofTeam(teamId), query, 'calls.read'),
      this.results.of(teamId, people, dayStart, timeZone),
      this.promises.of(teamId, today.plus({ days: 1 }).toJSDate()),
    ]);
    return { line, service, results, promises, day, dayStart: dayStart.getTime() };
  }
}

/** The rows of each part at this moment. */
export function rowsOfFloor(sight: TeamSight, now: number): Record<FloorPart, FloorRows> {
  return { line: lineRows(sight, now), results: resultRows(sight), promises: commitmentRows(sight) };
}

export const alarmsOf = ({ line, service, day, dayStart }: TeamSight, now: number): StandingAlarm[] =>
  standingAlarms({ ...line, ...service.settings, inTime: service.total.inTime, day, dayStart }, now);

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function lineRows(sight: TeamSight, now: number): FloorRows {
  const { line, service, dayStart } = sight;
  const { offered, answered, abandoned, inTime, abandonment } = service.total;
  const { withinSeconds, targetPercent } = service.settings;
  const { name, recordsAt } = line;
  const rows: FloorRows = {
    team: {
      ...{ row: 'team', name, offered, answered, abandoned, inTime, abandonment, withinSeconds, targetPercent },
      recordsAt,
    },
  };
  for (const queue of waitingNow(line.stays, line.queues, now))
    rows[`queue:${queue.queue}`] = { row: 'queue', ...queue, longestSince: iso(queue.longestSince) };
  for (const { since, ...alarm } of alarmsOf(sight, now)) {
    const { by, at } = line.acknowledged.find(sameAlarm(alarm)) ?? {};
    const acknowledged = by && at ? { by, at } : null;
    // Of a call that is over nothing is to be done once a person has looked.
    if (acknowledged && line.paused.some((one) => one.liveCallId === alarm.subject && one.endedAt !== null)) continue;
    rows[`alarm:${alarm.kind}:${alarm.subject}`] = { row: 'alarm', ...alarm, since: iso(since)!, acknowledged };
  }
  for (const agent of line.agents) {
    const legs = line.legs.filter(({ personId }) => personId === agent.personId);
    const captured = line.captures.findLast(({ personId }) => personId === agent.personId) ?? null;
    rows[`agent:${agent.personId}`] = { row: 'agent', ...agent, ...stateOf(legs, captured, now, dayStart) };
  }
  return rows;
}

const sameAlarm =
  ({ kind, subject }: Pick<StandingAlarm, 'kind' | 'subject'>) =>
  (other: Pick<StandingAlarm, 'kind' | 'subject'>): boolean =>
    other.kind === kind && other.subject === subject;

type AgentNow = Pick<Extract<FloorRow, { row: 'agent' }>, 'state' | 'since' | 'call' | 'capture' | 'calls'>;

function stateOf(legs: readonly ShownLeg[], captured: ShownCapture | null, now: number, dayStart: number): AgentNow {
  const { state, since, legId } = withCapture(agentState(legs, now, dayStart), captured);
  const leg = legs.find((one) => one.legId === legId);
  const { callId, customer = null, language = null, queue = null } = leg ?? {};
  const answered = legs.filter((one) => one.ours && one.kind === 'agent' && one.answered && one.startedAt >= dayStart);
  return {
    ...{ state, since: iso(since), calls: new Set(answered.map((one) => one.callId)).size },
    call: callId === undefined ? null : { callId, customer, language, queue },
    capture: captured?.ours ? captureOf(captured) : null,
  };
}

const captureOf = ({ liveCallId, customer: whose, recording, since, hearing }: ShownCapture): AgentNow['capture'] => ({
  ...{ liveCallId, customer: whose, recording, since, hearing },
});

function resultRows({ line, results: { troubles, points } }: TeamSight): FloorRows {
  const rows: FloorRows = {};
  for (const { personId } of line.agents) {
    const found = troubles.find(({ agent }) => agent.personId === personId);
    const { landedAt: _, ...latest } = found ?? {};
    const { today = null, weeks = [] } = points.get(personId) ?? {};
    rows[`points:${personId}`] = {
      ...{ row: 'points', personId, today, weeks },
      latest: found ? (latest as Omit<typeof found, 'landedAt'>) : null,
    };
  }
  for (const trouble of troubles.filter(({ critical }) => critical).slice(0, MOST_IN_FEED))
    rows[`result:${trouble.legId}:${trouble.itemId}`] = { row: 'result', ...trouble };
  return rows;
}

function commitmentRows({ promises: { next, ...figures } }: TeamSight): FloorRows {
  const rows: FloorRows = { promises: { row: 'promises', ...figures } };
  for (const { id, ...promise } of next) rows[`promise:${id}`] = { row: 'promise', ...promise };
  return rows;
}
