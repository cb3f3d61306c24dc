import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WITHHELD_SCORES } from '#calls';

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
    const sql = `select leg_id as "legId" from (${WITHHELD}) withheld where person_id = $1`;
    const rows: Pick<Calibrating, 'legId'>[] = await this.source.query(sql, [personId]);
    return rows.map(({ legId }) => legId);
  }

  /** Those of the legs that wait in a calibration. */
  async calibrating({ personId }: { readonly personId: string }): Promise<readonly Calibrating[]> {
    return calibrationsOf(this.source.manager, personId);
  }
}

const CALIBRATING = `calibration one join calibration_reviewer mine on mine.calibration_id = one.id
  and mine.submitted_at is null and one.closed_at is null`;

/** From whom the results of which legs are withheld at present, as `person_id` and `leg_id`: each once. */
export const WITHHELD = `
  select reviewer_person_id as person_id, leg_id from review_assignment where state = 'open' and blind
  union select mine.person_id, one.leg_id from ${CALIBRATING}
  union ${WITHHELD_SCORES}`;

/** Calibrations that wait for a person's answers, the first that was opened first. */
export const calibrationsOf = (tx: EntityManager, personId: string): Promise<Calibrating[]> =>
  tx.query(
    `select one.leg_id as "legId", one.id as "calibrationId" from ${CALIBRATING} where mine.person_id = $1 order by one.opened_at, one.id`,
    [personId],
  );
