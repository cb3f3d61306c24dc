import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AgentRef, type CallMay, type CompanyProfile, type CorrectedFact, type Leg as LegView } from '#contracts';
import { answeredOnRing, holdSpansIn, plainFacts, rangFor, type Leg } from '#calls';
import { type Recording } from '#recordings';
import { AGENT } from '../list/call-row.js';

interface About {
  id: string;
  number: number;
  agent: AgentRef | null;
  team: AgentRef['team'] | null;
  /** Its transfer led to another leg of the call, by its id or by the extension of one. */
  ledWithin: boolean;
}

type Told = Omit<LegView, 'may'>;

/** What is told of the legs that an asker sees; of the others nothing is, where a transfer led to one only that it did. */
@Injectable()
export class CallLegsQuery {
  constructor(private readonly source: DataSource) {}

  /** @param parts the ids of the call, the one that stays first. @param legs those of it that the asker sees, and their recordings */
  async of(
    parts: readonly string[],
    legs: readonly Leg[],
    recordings: readonly Recording[],
    cadence: CompanyProfile['ringCadence'],
  ): Promise<Told[]> {
    const rows: About[] = await this.source.query(
      `select leg.id, (select count(*)::int from leg before where before.call_id = any($2::uuid[])
           and (array_position($2::uuid[], before.call_id), before.position) <= (array_position($2::uuid[], leg.call_id), leg.position)) as number,
         case when person.id is not null then ${AGENT} end as agent,
         case when team.id is not null then json_build_object('teamId', team.id, 'name', json_build_object('zh', team.name_zh, 'en', team.name_en)) end as team,
         leg.transferred_to_leg_id is not null or exists (select 1 from leg other where other.call_id = any($2::uuid[]) and other.id <> leg.id
           and other.extension = leg.transfer_target) as "ledWithin"
       from leg left join person on person.id = leg.person_id left join team on team.id = leg.team_id where leg.id = any($1)`,
      [legs.map(({ id }) => id), parts],
    );
    return legs.flatMap((leg) => {
      const about = rows.find(({ id }) => id === leg.id);
      if (!about) return [];
      const recording = recordings.find(({ legId }) => legId === leg.id);
      const holdSpans = holdSpansIn(leg, recording?.beganAt ?? null) ?? [];
      return [{ ...told(leg, about, legs, cadence), holdSpans }];
    });
  }
}

function told(
  leg: Leg,
  about: About,
  seen: readonly Leg[],
  cadence: CompanyProfile['ringCadence'],
): Omit<Told, 'holdSpans'> {
  const rang = rangFor(leg);
  return {
    legId: leg.id,
    ...{ number: about.number, kind: leg.kind, outcome: leg.outcome, extension: leg.extension },
    ...{ agent: about.agent, team: about.team },
    ...(plainFacts(leg) as Pick<LegView, CorrectedFact>),
    beganAt: isoOrNull(leg.beganAt),
    ringSeconds: rang,
    answeredOnRing: rang === null || !leg.answeredAt ? null : answeredOnRing(rang, cadence),
    transferredTo: transferOf(leg, about, seen),
    holds: leg.holds,
  };
}

/** A target that is a leg of this call is told only to who sees that leg. */
function transferOf(leg: Leg, { ledWithin }: About, seen: readonly Leg[]): LegView['transferredTo'] {
  if (leg.transferredToLegId === null && leg.transferTarget === null) return null;
  const to = seen.find(
    ({ id, extension }) =>
      id === leg.transferredToLegId ||
      (leg.transferredToLegId === null && id !== leg.id && extension !== null && extension === leg.transferTarget),
  );
  if (ledWithin && !to) return { target: null, toLegId: null, unseen: true };
  return { target: leg.transferTarget, toLegId: to?.id ?? null, unseen: false };
}

/** With what the asker may do with each. */
export const withMay = (legs: readonly Told[], may: readonly [CallMay, ...CallMay[]]): LegView[] =>
  legs.map((leg, at) => ({ ...leg, may: may[at] ?? may[0] }));

const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;
