import type { SignInPolicy, SignInRule } from '#contracts';
import { useTranslation } from 'react-i18next';

/** Says a rule's value as people read it: “90 days”, “never”, “Agent, Auditor”. */
export function useRuleWords(): (rule: SignInRule, policy: SignInPolicy) => string {
  const { t } = useTranslation();
  return (rule, policy) => {
    switch (rule) {
      case 'secondFactorRoles':
        return policy.secondFactorRoles.length === 0
          ? t('signInRules.noRole')
          : policy.secondFactorRoles.map((role) => t(`shell.role.${role}`)).join(t('journal.and'));
      case 'oneSession':
        return t(policy.oneSession ? 'signInRules.yes' : 'signInRules.no');
      case 'graceDays':
        return t('signInRules.days', { count: policy.graceDays });
      case 'passwordDays':
        return policy.passwordDays === null
          ? t('signInRules.never')
          : t('signInRules.days', { count: policy.passwordDays });
      case 'passwordLength':
        return t('signInRules.characters', { count: policy.passwordLength });
      case 'passwordKinds':
        return t('signInRules.kinds', { count: policy.passwordKinds });
      case 'lockAfter':
        return policy.lockAfter === null ? t('signInRules.never') : t('signInRules.tries', { count: policy.lockAfter });
      default:
        return t('signInRules.minutes', { count: policy[rule] });
    }
  };
}
