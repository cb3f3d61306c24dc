import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type ReviewTimes } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { daysAfter, median } from '#reviews';

interface Row {
  personId: string;
  staffNumber: string;
  name: Bilingual;
  spent: number[];
}

/** How long published reviews took. One sees one's own, and who manages sampling those of all: to plan with, not to rank. */
@Injectable()
export class ReviewTimesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list({ held, personId: me }: Asker, days: number): Promise<ReviewTimes> {
    const all = scopeOf('sampling.manage', held, me).kind === 'all';
    const rows: Row[] = await this.source.query(
      `select person.id as "personId", person.staff_number as "staffNumber", json_build_object('zh', name_zh, 'en', name_en) as name,
         array_agg(spent_ms) as spent
       from review_time join person on person.id = person_id
       where published_at >= $1 and ($2 or person_id = $3) group by person.id order by person.staff_number`,
      [daysAfter(this.clock.now(), -days), all, me],
    );
    return {
      reviewers: rows.map(({ spent, ...row }) => ({
        ...{ ...row, mine: row.personId === me, n: spent.length, medianMs: Math.round(median(spent) ?? 0) },
      })),
    };
  }
}
