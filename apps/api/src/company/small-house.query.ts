import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ownRoleSchema, type Bilingual, type SmallHousePeriodView, type SmallHouseView } from '#contracts';
import { SmallHouseService, type Asker, type SmallHousePeriod } from '#people';
import { rightsEndAt, smallHouseState } from '#people/rules';
import { Clock } from '#platform';

const COUNTS = `select (select count(*)::int from person where left_at is null) as people,
  not exists (select from recording) as "atOnce"`;

/** Whether this is a small house, and what may be done about it. */
@Injectable()
export class SmallHouseQuery {
  constructor(
    private readonly source: DataSource,
    private readonly houses: SmallHouseService,
    private readonly clock: Clock,
  ) {}

  async view(asker: Asker): Promise<SmallHouseView> {
    const [latest, may] = await Promise.all([this.houses.latest(), this.houses.mayTakeRoles(asker.personId)]);
    const [counts]: Pick<SmallHouseView, 'people' | 'atOnce'>[] = await this.source.query(COUNTS);
    const held = new Set(asker.held.filter(({ teamId }) => teamId === null).map(({ role }) => role));
    const ownRoles = may ? ownRoleSchema.options.filter((role) => !held.has(role)) : [];
    return { people: 0, atOnce: false, ...counts, period: latest && (await this.period(latest, asker)), ownRoles };
  }

  private async period(one: SmallHousePeriod, { personId }: Asker): Promise<SmallHousePeriodView> {
    const names = await this.names([one.chosenByPersonId, one.agreedByPersonId, one.endedByPersonId]);
    const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    const begun = one.inForceFrom !== null && one.endedAt !== null && one.inForceFrom <= one.endedAt;
    return {
      state: smallHouseState(one, this.clock.now()),
      chosenBy: named(one.chosenByPersonId) ?? { zh: '', en: '' },
      chosenAt: one.chosenAt.toISOString(),
      mine: one.chosenByPersonId === personId,
      ...{ agreedBy: named(one.agreedByPersonId), agreedAt: iso(one.agreedAt), inForceFrom: iso(one.inForceFrom) },
      ...{ endedAt: iso(one.endedAt), endedBy: named(one.endedByPersonId), endReason: one.endReason },
      rightsEndAt: begun && one.endedAt ? rightsEndAt(one.endedAt).toISOString() : null,
    };
  }

  private async names(ids: readonly (string | null)[]): Promise<Map<string, Bilingual>> {
    const rows: ({ id: string } & Bilingual)[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}
