import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { type Permission } from '#contracts';
import { Leg, rowsOfCall } from '#calls';
import { type Asker } from '#people';
import { Recording } from '#recordings';

import { Parameters, visibleLegs } from './visible-legs.js';
import { apiRefusals } from '../refusals.js';

/** Gives out one call's legs and recordings as far as a permission reaches; the rest does not exist. */
@Injectable()
export class CallAccess {
  constructor(private readonly source: DataSource) {}

  /**
   * The legs of a call that the permission reaches, in order. Of calls that turned out to be one, any id answers with the legs of all: a leg's
   * own `callId` says under which of them it is kept. @throws DomainError `not_found` when there is none
   */
  async legs(asker: Asker, callId: string, permission: Permission): Promise<[Leg, ...Leg[]]> {
    const parameters = new Parameters();
    const visible = visibleLegs(permission, asker, parameters);
    const parts = await rowsOfCall(this.source.manager, callId);
    const rows: { id: string }[] = await this.source.query(
      `select id from leg where call_id = any(${parameters.add(parts)}::uuid[]) and ${visible}`,
      parameters.values,
    );
    const ids = rows.map(({ id }) => id);
    const found = await this.source.manager.find(Leg, { where: { id: In(ids) }, order: { position: 'ASC' } });
    const [first, ...rest] = found.toSorted((a, b) => parts.indexOf(a.callId) - parts.indexOf(b.callId));
    if (!first) throw apiRefusals.not_found();
    return [first, ...rest];
  }

  /**
   * The agent's leg that is meant: the one that is named, or the only one that the permission reaches; queues, menus and telephones that only
   * rang are not meant. @throws DomainError `not_found`, `which_leg` where it reaches several and none is named
   */
  async leg(asker: Asker, callId: string, permission: Permission, legId?: string): Promise<Leg> {
    const legs = (await this.legs(asker, callId, permission)).filter(({ personId }) => personId !== null);
    const meant = legId === undefined ? await this.heard(legs) : legs.filter(({ id }) => id === legId);
    if (meant.length > 1) throw apiRefusals.which_leg();
    const [leg] = meant;
    if (!leg) throw apiRefusals.not_found();
    return leg;
  }

  /** Those that have recordings, or may have some: not what only telephone records tell of. */
  private async heard(legs: readonly Leg[]): Promise<readonly Leg[]> {
    if (legs.length < 2) return legs;
    const recorded = new Set((await this.recordings(legs)).map(({ legId }) => legId));
    return legs.filter(({ id, recordKey }) => recordKey === null || recorded.has(id));
  }

  /** The recordings of these legs, oldest first; of one that holds the talks of several agents, the parts of these legs. */
  async recordings(legs: readonly Leg[]): Promise<Recording[]> {
    return this.source.manager.find(Recording, {
      where: { legId: In(legs.map(({ id }) => id)), splitAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** One recording with its leg. @throws DomainError `not_found` */
  async recording(
    asker: Asker,
    callId: string,
    recordingId: string,
    permission: Permission,
  ): Promise<{ recording: Recording; leg: Leg }> {
    const legs = await this.legs(asker, callId, permission);
    const recording = (await this.recordings(legs)).find(({ id }) => id === recordingId);
    const leg = legs.find(({ id }) => id === recording?.legId);
    if (!recording || !leg) throw apiRefusals.not_found();
    return { recording, leg };
  }
}

/** The calls under which these legs are kept: more than one where two turned out to be one. */
export const partsOf = (legs: readonly Pick<Leg, 'callId'>[]): string[] => [
  ...new Set(legs.map(({ callId }) => callId)),
];
