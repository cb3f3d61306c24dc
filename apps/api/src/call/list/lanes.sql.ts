import { type Scope } from '#people';
import { type Cursor } from '../../reach/cursor.rules.js';
import { type Place } from './place-in-list.js';
import { type Parameters } from '../../reach/visible-legs.js';

/** Legs that one index gives in the order of time: those of each of some teams, or of each of some people. */
export interface Lane {
  column: 'team_id' | 'person_id';
  ids: readonly string[];
}

/**
 * Where to read so that every row that is read is one that may be shown: lanes that are then merged, each no further than a page. null: the
 * whole table in order. Rights are checked on each row besides; lanes only decide what is looked at.
 */
export function lanesOf(
  scope: Scope,
  teamIds: readonly string[] | null,
  agents: readonly string[] | undefined,
): Lane[] | null {
  if (agents) return [{ column: 'person_id', ids: agents }];
  if (scope.kind === 'none') return [];
  if (scope.kind === 'all') return teamIds ? [{ column: 'team_id', ids: teamIds }] : null;
  const reached = teamIds ? scope.teamIds.filter((id) => teamIds.includes(id)) : scope.teamIds;
  const own: Lane[] = scope.ownPersonId === null ? [] : [{ column: 'person_id', ids: [scope.ownPersonId] }];
  return [{ column: 'team_id' as const, ids: reached }, ...own].filter(({ ids }) => ids.length > 0);
}

/** One page of `(started_at, call_id)`, each call once, in reading order. */
export function pageOfLanes(
  lanes: readonly Lane[] | null,
  conditions: readonly string[],
  { toward, beside, limit }: Place,
  parameters: Parameters,
): string {
  const past = beside ? [besideCondition(beside, toward, parameters)] : [];
  const rows = (lane: string[]) =>
    `select distinct on (leg.started_at, leg.call_id) leg.started_at, leg.call_id from listed_leg leg
     where ${[...lane, ...conditions, ...past].join(' and ')}
     order by leg.started_at ${ORDER[toward]}, leg.call_id ${ORDER[toward]} limit ${parameters.add(limit)}`;
  if (lanes === null) return rows([]);
  if (lanes.length === 0) return `select null::timestamptz as started_at, null::uuid as call_id where false`;
  const merged = lanes.map(({ column, ids }) => {
    const [only, ...others] = ids;
    // One id is compared as such: the planner then knows how many rows it has.
    if (others.length === 0) return `(${rows([`leg.${column} = ${parameters.add(only)}::uuid`])})`;
    const each = `select distinct id from unnest(${parameters.add(ids)}::uuid[]) one (id)`;
    return `(select part.* from (${each}) lane cross join lateral (${rows([`leg.${column} = lane.id`])}) part)`;
  });
  return `select distinct on (started_at, call_id) started_at, call_id from (${merged.join(' union all ')}) merged
    order by started_at ${ORDER[toward]}, call_id ${ORDER[toward]} limit ${parameters.add(limit)}`;
}

const ORDER = { older: 'desc', newer: 'asc' } as const;

/** Past a row, by the key with the database's microseconds. Without an id: past the instant itself. */
export function besideCondition(
  { startedAtMicros, callId }: Cursor,
  toward: Place['toward'],
  parameters: Parameters,
): string {
  const at = `(timestamptz 'epoch' + ${parameters.add(startedAtMicros)}::bigint * interval '1 microsecond')`;
  const sign = toward === 'older' ? '<' : '>';
  if (callId === null) return `leg.started_at ${toward === 'older' ? '<' : '>='} ${at}`;
  return `(leg.started_at, leg.call_id) ${sign} (${at}, ${parameters.add(callId)}::uuid)`;
}
