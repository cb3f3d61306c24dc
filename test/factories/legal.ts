import { type DataSource } from 'typeorm';
import { type LegalRequestView, type Role } from '#contracts';
import { Account, NoticeAcknowledgement, RoleAssignment, Team } from '#people';
import { newId } from '#platform';
import { buildAccount, PASSWORD, type TestAccount } from './accounts.js';
import { type TestApi } from './api.js';
import { type Organisation } from './organisation.js';

/** A team of the company's own, whose members are never recorded. */
export async function buildLegalTeam(source: DataSource, organisation: Organisation): Promise<string> {
  const { clientId } = await source.manager.findOneByOrFail(Team, { id: organisation.teamA });
  const id = newId();
  await source.manager.insert(Team, { id, clientId, nameZh: '法务', nameEn: 'Legal' });
  return id;
}

/** An account whose person is of one team and whose role reaches every team, or the one that is given. */
export async function buildLegalAccount(
  source: DataSource,
  organisation: Organisation,
  of: { role: Role; teamId: string; reach?: string },
): Promise<TestAccount> {
  return buildAccount(source, organisation, { role: of.role, teamId: of.reach ?? null, of: of.teamId });
}

/** Another account of the same person. */
export async function buildSecondAccount(
  source: DataSource,
  organisation: Organisation,
  { personId, accountId: first }: TestAccount,
  role: Role,
): Promise<TestAccount> {
  const { passwordHash } = await source.manager.findOneByOrFail(Account, { id: first });
  const accountId = newId();
  const username = `second.${accountId}`;
  const account = { id: accountId, personId, username, passwordHash, language: 'en' as const, disabledAt: null };
  await source.manager.insert(Account, account);
  await source.manager
    .createQueryBuilder()
    .insert()
    .into(NoticeAcknowledgement)
    .values({ personId, noticeVersion: 1, language: 'en', at: new Date() })
    .orIgnore()
    .execute();
  const given = { grantedByPersonId: organisation.first, approvedByPersonId: organisation.second };
  const reach = { teamId: null, clientId: null };
  await source.manager.insert(RoleAssignment, {
    id: newId(),
    accountId,
    personId,
    role,
    ...reach,
    ...given,
    createdAt: new Date(),
  });
  return { accountId, personId, username, role };
}

export interface Answer<T> {
  status: number;
  body: T;
}

/** A signed-in person who asks the API. */
export class SignedIn {
  private constructor(
    private readonly api: TestApi,
    readonly account: TestAccount,
    readonly cookie: string,
  ) {}

  static async signIn(api: TestApi, account: TestAccount): Promise<SignedIn> {
    return new SignedIn(api, account, await api.signIn(account.username));
  }

  /** Proves once more who they are. */
  async stepUp(): Promise<this> {
    await this.send('POST', '/auth/step-up', { password: PASSWORD });
    return this;
  }

  async send<T = LegalRequestView>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const answer = await fetch(`${this.api.baseUrl}/api/v1${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }
}
