import { Inject, Injectable } from '@nestjs/common';
import { withoutModules, type Bilingual, type Me } from '#contracts';
import { DataSource } from 'typeorm';
import { modulesOff } from '#modules';
import {
  CompanyService,
  isSmallHouse,
  listsStay,
  PeopleService,
  permissionsOf,
  SignInRules,
  type Asker,
} from '#people';
import { Clock, ENV, type Env } from '#platform';

const SOME = 3;

/** Colleagues who approve roles, for the whole company or for the team of the person `$1`, and did not cause what waits. */
const CONFIRMERS = `
  select distinct person.name_zh as zh, person.name_en as en from role_in_force held join person on person.id = held.person_id
  where held.role in ('legal_approver', 'administrator') and person.id <> $1
    and person.id not in (select caused_by_person_id from suspension_in_force where person_id = $1 and caused_by_person_id is not null)
    and (held.team_id is null and held.client_id is null or exists (select 1 from person waits join team on team.id = waits.team_id
      where waits.id = $1 and (held.team_id = team.id or held.client_id = team.client_id)))
  order by en limit ${SOME}`;

const WAITING_ROLES = `
  select array_agg(distinct role order by role) as roles from role_assignment given
  where person_id = $1 and not exists (select 1 from role_in_force held where held.id = given.id)`;

/** What the screens are told of the signed-in person. */
@Injectable()
export class MeQuery {
  constructor(
    private readonly company: CompanyService,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly rules: SignInRules,
    private readonly people: PeopleService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async of({ accountId, personId, username, name, staffNumber, language, held, ...asker }: Asker): Promise<Me> {
    const { pending, secondFactor, suspended, acting, idle } = asker;
    const without = modulesOff(this.env.modulesOff);
    const off = withoutModules(without, ({ permissions }) => permissions);
    const isOpen = pending === null && !idle;
    const [{ timeZone }, policy, typedKey] = await Promise.all([
      this.company.profile(),
      this.rules.current(),
      isOpen ? this.people.typedKey(accountId) : null,
    ]);
    const roles = [...new Set(held.map(({ role }) => role))];
    const pendingUntil = asker.pendingUntil?.toISOString() ?? null;
    const secondFactorDue = asker.secondFactorDue?.toISOString() ?? null;
    const who = { accountId, personId, username, name, staffNumber, language };
    return {
      ...who,
      roles,
      permissions: permissionsOf(held).filter((one) => !off.has(one)),
      modulesOff: without,
      timeZone,
      pending,
      pendingUntil,
      secondFactor,
      secondFactorDue,
      proofs: [...asker.proofs],
      suspended,
      waiting: suspended ? await this.waiting(personId) : null,
      smallHouse: await isSmallHouse(this.source.manager, this.clock.now()),
      idle,
      idleMinutes: policy.idleMinutes,
      typedKey: typedKey?.toString('base64') ?? null,
      listsStay: listsStay(policy),
      acting: acting && {
        absenceId: acting.absenceId,
        name: acting.name,
        endsAt: acting.endsAt.toISOString(),
        over: acting.over,
      },
    };
  }

  private async waiting(personId: string): Promise<NonNullable<Me['waiting']>> {
    const [row]: { roles: NonNullable<Me['waiting']>['roles'] | null }[] = await this.source.query(WAITING_ROLES, [
      personId,
    ]);
    const confirmers: Bilingual[] = await this.source.query(CONFIRMERS, [personId]);
    return { roles: row?.roles ?? [], confirmers };
  }
}
