import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AgreementCalls, type AgreementCallsQuery, type AgreementPart } from '#contracts';
import { type Asker } from '#people';
import { BLIND_RANDOM, ItemTrust, QualitySettingsService } from '#quality';
import { WithheldResults } from '#reviews';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';

const MOST = 200;

const BOTH = `blind.machine_outcome <> 'insufficient' and blind.person_outcome <> 'insufficient'`;
const ACCUSED = `blind.machine_outcome = 'not_met' and blind.person_outcome <> 'insufficient'`;
const PARTS: Record<AgreementPart, string> = {
  all: 'true',
  judged: BOTH,
  agreed: `${BOTH} and blind.machine_outcome = blind.person_outcome`,
  abstained: `blind.machine_outcome = 'insufficient'`,
  accused: ACCUSED,
  accused_wrong: `${ACCUSED} and blind.person_outcome <> 'not_met'`,
};

type Row = Omit<AgreementCalls['items'][number], 'startedAt' | 'judgedAt'> & {
  startedAt: Date;
  judgedAt: Date;
  total: number;
};

/** The calls that a figure of agreement counts, as far as the asker reaches and may see results now. */
@Injectable()
export class AgreementCallsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly settings: QualitySettingsService,
    private readonly trust: ItemTrust,
    private readonly withheld: WithheldResults,
  ) {}

  async list(
    asker: Asker,
    { judgement, itemId, language, engine, part }: AgreementCallsQuery,
  ): Promise<AgreementCalls> {
    const { trust } = (await this.settings.current(this.source.manager)).settings;
    const parameters = new Parameters();
    const visible = visibleLegs('calibrations.manage', asker, parameters);
    const versions = await this.trust.versionsOf(itemId, judgement);
    const since = parameters.add(this.trust.since(trust.windowDays));
    const named = `blind.item_id = ${parameters.add(itemId)} and blind.language = ${parameters.add(language)} and blind.engine = ${parameters.add(engine)}`;
    const ofVersions = `concat_ws(' ', blind.checklist_id, blind.checklist_version) = any(${parameters.add(versions)}::text[])`;
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const rows: Row[] = await this.source.query(
      `select blind.call_id as "callId", (select count(*)::int from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position) as leg,
         (select started_at from call where call.id = blind.call_id) as "startedAt", blind.judged_at as "judgedAt",
         blind.machine_outcome as machine, blind.person_outcome as person, (count(*) over ())::int as total
       ${BLIND_RANDOM} and blind.judged_at >= ${since} and ${named} and ${ofVersions}
         and (${PARTS[part]}) and ${shown} and ${visible}
       order by blind.judged_at desc, blind.assignment_id limit ${MOST}`,
      parameters.values,
    );
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map(({ total: _, startedAt, judgedAt, ...row }) => {
        return { ...row, startedAt: startedAt.toISOString(), judgedAt: judgedAt.toISOString() };
      }),
    };
  }
}
