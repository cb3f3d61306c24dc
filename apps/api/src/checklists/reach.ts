import { type Permission } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { DomainError } from '#platform';

/**
 * Whose checklists somebody reads: an agent those that have judged calls of their own, everybody else all of them, drafts included.
 * @returns the agent's person, or null
 */
export function ownChecklistsOnly(asker: Asker): string | null {
  const scope = scopeOf('checklists.read', asker.held, asker.personId);
  return scope.kind === 'some' && scope.teamIds.length === 0 ? scope.ownPersonId : null;
}

/** Checklists judge the calls of every team: changing them is for whoever reaches every team. @throws DomainError `whole_company_needed` */
export function needEveryTeam(asker: Asker, permission: Permission): void {
  if (scopeOf(permission, asker.held, asker.personId).kind !== 'all') throw wholeCompanyNeeded();
}

const wholeCompanyNeeded = (): DomainError =>
  new DomainError('whole_company_needed', 'forbidden', {
    zh: '检查清单评全公司的通话，您的角色只管其中一部分团队。请联系管全公司的质检经理。',
    en: 'Checklists judge the calls of the whole company, and your role reaches some teams only. Ask a quality manager of the whole company.',
  });
