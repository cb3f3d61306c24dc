import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { withheldLegs } from '#calls';

/** A leg that a person has still to judge in a calibration that is open. */
export interface Calibrating {
  readonly legId: string;
  readonly calibrationId: string;
}

/**
 * Whose results a person does not see at present: legs that they are to judge blind, in a drawn review or a calibration, and have not judged
 * yet. All that shows something of a result asks here (docs/decisions/0084): cards, lists, figures, queues, files.
 */
@Injectable()
export class WithheldResults {
  constructor(private readonly source: DataSource) {}

  /** The ids of the legs, no matter by which role or token the person asks; few, and nearly always none. */
  async of({ personId }: { readonly personId: string }): Promise<readonly string[]> {
    return legsWithheldFrom(this.source.manager, personId);
  }

  /** Those of the legs that wait in a calibration. */
  async calibrating({ personId }: { readonly personId: string }): Promise<readonly Calibrating[]> {
    return calibrationsOf(this.source.manager, personId);
  }
}

/** The ids of the legs whose results a person does not see at present. */
export async function legsWithheldFrom(tx: EntityManager, personId: string): Promise<readonly string[]> {
  const rows: { legId: string }[] = await tx.query(
    `select leg_id as "legId" from review_assignment where reviewer_person_id = $1 and state = 'open' and blind`,
    [personId],
  );
  const calibrating = await calibrationsOf(tx, personId);
  const toScoreFirst = await withheldLegs(tx, personId);
  return [...new Set([...[...rows, ...calibrating].map(({ legId }) => legId), ...toScoreFirst])];
}

/** Calibrations that wait for a person's answers, the first that was opened first. */
export const calibrationsOf = (tx: EntityManager, personId: string): Promise<Calibrating[]> =>
  tx.query(
    `select one.leg_id as "legId", one.id as "calibrationId"
     from calibration one join calibration_reviewer mine on mine.calibration_id = one.id
     where mine.person_id = $1 and mine.submitted_at is null and one.closed_at is null order by one.opened_at, one.id`,
    [personId],
  );
