import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  RECOMMENDED_SECOND_FACTOR,
  type Bilingual,
  type SignInPolicyView,
  type WithoutSecondFactor,
  type WithoutSecondFactorList,
} from '#contracts';
import { SECOND_FACTOR_DUE, SignInPolicyService, SignInRules, type Asker } from '#people';
import { bilingual } from '../people/person.sql.js';

const SHOWN = 200;

/** Open accounts with a role that needs a second factor, or should have one, and with nothing that is one. */
const WITHOUT = `
  select person.id as "personId", ${bilingual('person')} as name, staff_number as "staffNumber",
    (select json_agg(distinct role) from role_in_force where account_id = account.id) as roles,
    ${SECOND_FACTOR_DUE} as due, exists (select 1 from identity_link where account_id = account.id) as connected,
    count(*) over ()::int as total
  from account join person on person.id = account.person_id cross join sign_in_policy_in_force rules
  where disabled_at is null and left_at is null
    and exists (select 1 from role_in_force held where held.account_id = account.id
                and (rules.required_since ->> held.role is not null or held.role = any ($1)))
    and not exists (select 1 from second_factor where account_id = account.id and confirmed_at is not null)
    and not exists (select 1 from passkey where account_id = account.id)
    and not exists (select 1 from identity_link where account_id = account.id and second_factor_at is not null)
  order by due nulls last, staff_number limit ${SHOWN}`;

type Row = Omit<WithoutSecondFactor, 'due'> & { due: Date | null; total: number };

/** What signing in asks now, what waits for a second person, and who has no second factor. */
@Injectable()
export class SignInPolicyQuery {
  constructor(
    private readonly source: DataSource,
    private readonly rules: SignInRules,
    private readonly policies: SignInPolicyService,
  ) {}

  async view(asker: Asker): Promise<SignInPolicyView> {
    const [{ version, policy }, waiting] = await Promise.all([this.rules.inForce(), this.policies.waiting()]);
    return {
      version,
      policy,
      byOnePerson: await this.ofOne(version),
      waiting: waiting && {
        ...{ version: waiting.version, policy: waiting.policy },
        proposedBy: await this.name(waiting.proposedByPersonId),
        proposedAt: waiting.proposedAt.toISOString(),
        mine: waiting.proposedByPersonId === asker.personId,
      },
    };
  }

  async without(): Promise<WithoutSecondFactorList> {
    const rows: Row[] = await this.source.query(WITHOUT, [RECOMMENDED_SECOND_FACTOR]);
    const items = rows.map(({ total: _, due, ...row }) => ({ ...row, due: due?.toISOString() ?? null }));
    return { items, total: rows[0]?.total ?? 0 };
  }

  private async ofOne(version: number): Promise<boolean> {
    const [row]: { ofOne: boolean }[] = await this.source.query(
      'select by_one_person(proposed_by_person_id, decided_by_person_id, decided_at) as "ofOne" from sign_in_policy where version = $1',
      [version],
    );
    return row?.ofOne ?? false;
  }

  private async name(personId: string | null): Promise<Bilingual> {
    const [row]: Bilingual[] = await this.source.query(
      'select name_zh as zh, name_en as en from person where id = $1',
      [personId],
    );
    return row ?? { zh: '', en: '' };
  }
}
