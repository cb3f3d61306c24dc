import { type Permission } from '#contracts';
import { scopeOf, type Asker, type Decider, type WithinTeams } from '#people';
import { DomainError } from '#platform';

/** Teams whose people a permission reaches; null is everybody. */
export function teamsWithin(asker: Asker, permission: Permission): WithinTeams {
  const scope = scopeOf(permission, asker.held, asker.personId);
  if (scope.kind === 'all') return null;
  return scope.kind === 'none' ? [] : scope.teamIds;
}

/** Who acts, and on whom they may. */
export const deciderOf = (asker: Asker, permission: Permission): Decider => ({
  personId: asker.personId,
  within: teamsWithin(asker, permission),
});

/** What concerns every client is for whoever reaches every client. @throws DomainError `whole_company_needed` */
export function needWholeCompany(asker: Asker): void {
  if (teamsWithin(asker, 'company.manage') !== null) throw wholeCompanyNeeded();
}

const wholeCompanyNeeded = () =>
  new DomainError('whole_company_needed', 'forbidden', {
    zh: '这项改动涉及全部客户，您的角色只管其中一部分。请联系管理全公司的管理员。',
    en: 'This concerns every client, and your role reaches only some. Ask an administrator of the whole company.',
  });
