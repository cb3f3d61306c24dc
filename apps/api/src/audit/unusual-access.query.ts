import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { type Bilingual, type UnusualView } from '#contracts';
import { CompanyService, type Asker } from '#people';
import { Clock, DomainError } from '#platform';
import { endOfDay, startOfDay } from '../dashboard/call-filters.sql.js';
import { Parameters, visibleLegs } from '../dashboard/visible-legs.js';
import { byPerson, isCompared, LIMITS, unusualAccess, type Finding, type Opening } from './unusual-access.rules.js';

/** Longest period that is looked at in one go; four weeks where none is named. */
const MOST_DAYS = 92;
const USUAL_DAYS = 28;
const EXAMPLES = 5;

interface Row {
  person_id: string;
  at: Date;
  call_id: string;
  recording_id: string;
  granted_by: Opening['right'];
  own_team: boolean;
  revoked_at: Date | null;
  left_at: Date | null;
}

/** Looks at the plays of a period by the rules of `unusual-access.rules.ts`. */
@Injectable()
export class UnusualAccessQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `period_too_long` */
  async view(asker: Asker, asked: { from?: string; to?: string }): Promise<UnusualView> {
    const { timeZone } = await this.company.profile();
    const { from, to } = this.period(asked, timeZone);
    const [start, end] = [startOfDay(from, timeZone), endOfDay(to, timeZone)];
    const since = new Date(start.getTime() - LIMITS.weeksBefore * 7 * 86_400_000);
    const openings = await this.openings(asker, since, end);
    const inside = openings.filter(({ at }) => at >= start.getTime());
    const earlier = openings.filter(({ at }) => at < start.getTime());
    const found = unusualAccess(inside, earlier, { from: start.getTime(), to: end.getTime(), timeZone });
    const people = [...byPerson(inside).keys()];
    const before = byPerson(earlier);
    const notCompared = people.filter((id) => !isCompared(before.get(id) ?? [], start.getTime()));
    const names = await this.names(found.map(({ personId }) => personId));
    return {
      from,
      to,
      plays: inside.length,
      people: people.length,
      earlierPlays: earlier.length,
      notCompared: notCompared.length,
      findings: found.map((finding) => viewOf(finding, names)),
    };
  }

  private period(asked: { from?: string; to?: string }, timeZone: string): { from: string; to: string } {
    const today = DateTime.fromJSDate(this.clock.now(), { zone: timeZone });
    const to = asked.to ?? today.toISODate() ?? '';
    const from =
      asked.from ??
      DateTime.fromISO(to)
        .minus({ days: USUAL_DAYS - 1 })
        .toISODate() ??
      '';
    const days = DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days + 1;
    if (days > MOST_DAYS || days < 1) throw periodTooLong();
    return { from, to };
  }

  private async openings(asker: Asker, from: Date, to: Date): Promise<Opening[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('journal.read', asker, parameters);
    const rows: Row[] = await this.source.query(
      `select play.person_id, opened_at as at, play.call_id, play.recording_id,
         case when given.id is null then 'standing' when request.break_glass then 'break_glass' else 'request' end as granted_by,
         leg.team_id = person.team_id as own_team, coalesce(standing.revoked_at, given.revoked_at) as revoked_at, person.left_at
       from play join recording on recording.id = play.recording_id join leg on leg.id = recording.leg_id
       join person on person.id = play.person_id
       left join standing_grant standing on standing.id = play.grant_id
       left join request_grant given on given.id = play.request_grant_id left join legal_request request on request.id = given.request_id
       where opened_at >= ${parameters.add(from)} and opened_at < ${parameters.add(to)} and ${visible} order by opened_at`,
      parameters.values,
    );
    return rows.map((row) => ({
      personId: row.person_id,
      at: row.at.getTime(),
      callId: row.call_id,
      recordingId: row.recording_id,
      right: row.granted_by,
      ownTeam: row.own_team,
      grantRevokedAt: row.revoked_at?.getTime() ?? null,
      leftAt: row.left_at?.getTime() ?? null,
    }));
  }

  private async names(ids: readonly string[]): Promise<Map<string, Bilingual>> {
    const people: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from person where id = any($1)',
      [ids],
    );
    return new Map(people.map(({ id, zh, en }) => [id, { zh, en }]));
  }
}

function viewOf({ rule, personId, plays, of, figures }: Finding, names: Map<string, Bilingual>) {
  return {
    rule,
    person: { personId, name: names.get(personId) ?? { zh: personId, en: personId } },
    plays: plays.length,
    of,
    figures,
    examples: plays.slice(0, EXAMPLES).map(({ at, callId }) => ({ at: new Date(at).toISOString(), callId })),
  };
}

const periodTooLong = () =>
  new DomainError('period_too_long', 'bad_input', {
    zh: `时间段必须是 1 至 ${MOST_DAYS} 天。`,
    en: `The period has to be of 1 to ${MOST_DAYS} days.`,
  });
