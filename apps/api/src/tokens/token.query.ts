import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AllTokens, type Bilingual, type TokenList, type TokenRow } from '#contracts';
import { Account, Person, Team, TokenService, type ApiToken, type Asker } from '#people';

type Names = ReadonlyMap<string, Bilingual>;

/** Tokens as the screens show them. */
@Injectable()
export class TokenQuery {
  constructor(
    private readonly source: DataSource,
    private readonly tokens: TokenService,
  ) {}

  async own(asker: Asker): Promise<TokenList> {
    const [tokens, offer, names] = await Promise.all([
      this.tokens.list(asker.accountId),
      this.tokens.offer(asker),
      this.teamNames(),
    ]);
    const teams = offer.teams.map(({ id, nameZh, nameEn }) => ({ teamId: id, name: { zh: nameZh, en: nameEn } }));
    return { items: tokens.map((token) => rowOf(token, names)), scopes: offer.scopes, teams };
  }

  async all(): Promise<AllTokens> {
    const [tokens, owners, names] = await Promise.all([this.tokens.list(), this.owners(), this.teamNames()]);
    const items = tokens.flatMap((token) => {
      const owner = owners.get(token.accountId);
      return owner ? [{ ...rowOf(token, names), owner }] : [];
    });
    return { items };
  }

  private async teamNames(): Promise<Names> {
    const teams = await this.source.manager.find(Team);
    return new Map(teams.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
  }

  /** The people who have a live token, by account. */
  private async owners() {
    const rows = await this.source
      .createQueryBuilder(Account, 'account')
      .innerJoin(Person, 'person', 'person.id = account.personId')
      .where('exists (select 1 from api_token where account_id = account.id and revoked_at is null)')
      .select(['account.id as id', 'account.username as username'])
      .addSelect(['person.nameZh as zh', 'person.nameEn as en', 'person.staffNumber as staff_number'])
      .getRawMany<{ id: string; username: string; zh: string; en: string; staff_number: string }>();
    const about = ({ username, zh, en, staff_number: staffNumber }: (typeof rows)[number]) => ({
      ...{ name: { zh, en }, staffNumber, username },
    });
    return new Map(rows.map((row) => [row.id, about(row)]));
  }
}

function rowOf(token: ApiToken, names: Names): TokenRow {
  const { id, name, ending, scopes, teamIds, addresses, source, createdAt, expiresAt, lastUsedAt } = token;
  const teams = teamIds?.flatMap((teamId) => {
    const team = names.get(teamId);
    return team ? [{ teamId, name: team }] : [];
  });
  return {
    ...{ tokenId: id, name, ending, scopes, addresses, source },
    teams: teams ?? null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
