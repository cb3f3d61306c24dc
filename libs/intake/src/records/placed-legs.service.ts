import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { ExtensionMapService, QueueTeam } from '#people';
import { type TelephonySourceRow } from '#telephony';
import { type ToldLeg } from './folded-rows.rules.js';

/** A leg with whose it is: the person of its telephone at that time, or where none is known the queue's team. */
export interface Placed extends ToldLeg {
  personId: string | null;
  teamId: string | null;
}

/** Says whose the legs of a call are. */
@Injectable()
export class PlacedLegs {
  constructor(private readonly extensions: ExtensionMapService) {}

  /** Legs of teams that the source may not speak for are left out: it says nothing of them. */
  async place(tx: EntityManager, of: TelephonySourceRow, legs: readonly ToldLeg[], startedAt: Date): Promise<Placed[]> {
    const placed: Placed[] = [];
    for (const leg of legs) placed.push({ ...leg, ...(await this.placeOf(tx, leg, startedAt)) });
    const within = ({ teamId }: Placed): boolean =>
      of.teamIds === null || teamId === null || of.teamIds.includes(teamId);
    if (placed.every(within)) return placed;
    // Places in the list are what transfers name.
    const kept = [...placed.keys()].filter((at) => within(placed[at] as Placed));
    return kept.map((at) => {
      const leg = placed[at] as Placed;
      const to = leg.transferredTo === null ? -1 : kept.indexOf(leg.transferredTo);
      return { ...leg, transferredTo: to < 0 ? null : to };
    });
  }

  private async placeOf(
    tx: EntityManager,
    { kind, extension, queue, beganAt, answeredAt }: ToldLeg,
    startedAt: Date,
  ): Promise<Pick<Placed, 'personId' | 'teamId'>> {
    const at = beganAt ?? answeredAt ?? startedAt;
    const asked = (kind === 'agent' || kind === 'consult') && extension !== null;
    const person = asked ? await this.extensions.personAt(extension, at, tx) : null;
    if (person) return { personId: person.id, teamId: await teamAt(tx, person.id, at) };
    const team = queue === null ? null : await tx.findOneBy(QueueTeam, { queue });
    return { personId: null, teamId: team?.teamId ?? null };
  }
}

/** The team that a person was in then. */
async function teamAt(tx: EntityManager, personId: string, at: Date): Promise<string | null> {
  const [row]: { id: string | null }[] = await tx.query('select team_then($1, $2) as id', [personId, at]);
  return row?.id ?? null;
}
