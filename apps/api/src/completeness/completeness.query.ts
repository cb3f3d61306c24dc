import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CompletenessBoard, type CompletenessQuery, type CompletenessRow, type GapKind } from '#contracts';
import { CompletenessSettingsDesk } from '#completeness';
import { type Asker } from '#people';
import { bilingual } from '../people/person.sql.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

type Counted = Omit<CompletenessRow, 'gaps'>;

/** How complete the calls of a period are: rows that the sweep keeps, by the index of their day. */
@Injectable()
export class CompletenessBoardQuery {
  constructor(
    private readonly source: DataSource,
    private readonly settings: CompletenessSettingsDesk,
  ) {}

  async board(asker: Asker, { from, to }: CompletenessQuery): Promise<CompletenessBoard> {
    const [settings, rows, kinds, standing] = await Promise.all([
      this.settings.current(),
      this.counted(asker, from, to),
      this.kinds(asker, from, to),
      this.standing(asker),
    ]);
    const gapsOf = ({ source, team }: Counted) =>
      kinds.filter((one) => one.source === source && one.teamId === (team?.teamId ?? null));
    return {
      settings,
      rows: rows.map((row) => ({
        ...row,
        gaps: Object.fromEntries(gapsOf(row).map(({ kind, n }) => [kind, n])),
      })),
      ...standing,
    };
  }

  private counted(asker: Asker, from: string, to: string): Promise<Counted[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('completeness.read', asker, parameters);
    return this.source.query(
      `select leg.source, case when team.id is not null then json_build_object('teamId', team.id, 'name', ${bilingual('team')}) end as team,
         count(*)::int as legs, count(*) filter (where recorded)::int as recorded, count(*) filter (where transcribed)::int as transcribed,
         count(*) filter (where scored)::int as scored, count(standing.leg_id)::int as "withGap"
       from leg_completeness leg left join team on team.id = leg.team_id
         left join (select distinct leg_id from gap where closed_at is null) standing on standing.leg_id = leg.leg_id
       where leg.day between ${parameters.add(from)}::date and ${parameters.add(to)}::date and ${visible}
       group by leg.source, team.id order by leg.source, team.name_en, team.id`,
      parameters.values,
    );
  }

  private kinds(
    asker: Asker,
    from: string,
    to: string,
  ): Promise<{ source: string; teamId: string | null; kind: GapKind; n: number }[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('completeness.read', asker, parameters);
    return this.source.query(
      `select leg.source, leg.team_id as "teamId", gap.kind, count(*)::int as n
       from gap join leg_completeness leg on leg.leg_id = gap.leg_id
       where gap.closed_at is null and leg.day between ${parameters.add(from)}::date and ${parameters.add(to)}::date and ${visible}
       group by leg.source, leg.team_id, gap.kind`,
      parameters.values,
    );
  }

  private async standing(asker: Asker): Promise<Pick<CompletenessBoard, 'open' | 'waiting'>> {
    const parameters = new Parameters();
    const visible = visibleLegs('completeness.read', asker, parameters);
    const [row]: Pick<CompletenessBoard, 'open' | 'waiting'>[] = await this.source.query(
      `select count(*) filter (where gap.asked_at is null)::int as open, count(*) filter (where gap.asked_at is not null)::int as waiting
       from gap join leg on leg.id = gap.leg_id where gap.closed_at is null and ${visible}`,
      parameters.values,
    );
    return row ?? { open: 0, waiting: 0 };
  }
}
