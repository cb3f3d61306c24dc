import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withheldLegs } from '#calls';

/**
 * Whose results a person does not see at present: legs that they are to judge blind, in a drawn review or a calibration, and have not judged
 * yet. All that shows something of a
 * result asks here (docs/decisions/0084): cards, lists, figures, queues, files.
 */
@Injectable()
export class WithheldResults {
  constructor(private readonly source: DataSource) {}

  /** The ids of the legs, no matter by which role or token the person asks; few, and nearly always none. */
  async of({ personId }: { readonly personId: string }): Promise<readonly string[]> {
    const rows: { legId: string }[] = await this.source.query(
      `select leg_id as "legId" from review_assignment where reviewer_person_id = $1 and state = 'open' and blind
       union select one.leg_id from calibration one join calibration_reviewer mine on mine.calibration_id = one.id
       where mine.person_id = $1 and mine.submitted_at is null and one.closed_at is null`,
      [personId],
    );
    const toScoreFirst = await withheldLegs(this.source, personId);
    return [...new Set([...rows.map(({ legId }) => legId), ...toScoreFirst])];
  }
}
