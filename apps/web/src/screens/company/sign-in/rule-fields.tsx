import { RECOMMENDED_SECOND_FACTOR, roleSchema, type SignInPolicy } from '#contracts';
import { Button, Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/admin-page.js';
import type { RuleProps } from '../profile-sections.js';

type Counted = 'graceDays' | 'passwordLength' | 'passwordKinds' | 'lockMinutes' | 'idleMinutes';

interface NumberProps extends RuleProps {
  rule: Counted | 'passwordDays' | 'lockAfter';
  from: number;
  to: number;
}

/** A number of a rule. */
function NumberRule({ rule, from, to, policy, change }: NumberProps) {
  const { t } = useTranslation();
  return (
    <Field htmlFor={rule} label={t(`signInRules.rule.${rule}`)} hint={t('signInRules.between', { from, to })}>
      <InputNumber
        id={rule}
        min={from}
        max={to}
        precision={0}
        disabled={policy[rule] === null}
        value={policy[rule]}
        onChange={(value) => value !== null && change({ [rule]: value } as Partial<SignInPolicy>)}
      />
    </Field>
  );
}

/** Who needs a second factor, and how long they have. */
export function FactorFields({ policy, change }: RuleProps) {
  const { t } = useTranslation();
  const roles = policy.secondFactorRoles;
  const recommended = RECOMMENDED_SECOND_FACTOR.every((role) => roles.includes(role));
  return (
    <>
      <h3 id="sign-in-factor">{t('signInRules.rule.secondFactorRoles')}</h3>
      <div role="group" aria-labelledby="sign-in-factor" className="admin-row">
        {roleSchema.options.map((role) => (
          <Checkbox
            key={role}
            checked={roles.includes(role)}
            onChange={({ target }) =>
              change({
                secondFactorRoles: roleSchema.options.filter((one) =>
                  one === role ? target.checked : roles.includes(one),
                ),
              })
            }
          >
            {t(`shell.role.${role}`)}
          </Checkbox>
        ))}
      </div>
      <p className="admin-hint">{t('signInRules.factorAbout')}</p>
      {!recommended && (
        <Button
          onClick={() =>
            change({
              secondFactorRoles: roleSchema.options.filter(
                (role) => roles.includes(role) || RECOMMENDED_SECOND_FACTOR.includes(role),
              ),
            })
          }
        >
          {t('signInRules.takeRecommended')}
        </Button>
      )}
      <div className="admin-fields">
        <NumberRule rule="graceDays" from={0} to={90} policy={policy} change={change} />
      </div>
    </>
  );
}

export function PasswordFields({ policy, change }: RuleProps) {
  const { t } = useTranslation();
  const rules = { policy, change };
  return (
    <>
      <h3>{t('signInRules.passwords')}</h3>
      <div className="admin-fields">
        <NumberRule rule="passwordLength" from={12} to={64} {...rules} />
        <NumberRule rule="passwordKinds" from={1} to={4} {...rules} />
      </div>
      <Checkbox
        checked={policy.passwordDays !== null}
        onChange={({ target }) => change({ passwordDays: target.checked ? 90 : null })}
      >
        {t('signInRules.runsOut')}
      </Checkbox>
      {policy.passwordDays !== null && (
        <div className="admin-fields">
          <NumberRule rule="passwordDays" from={30} to={365} {...rules} />
        </div>
      )}
      <p className="admin-hint">{t('signInRules.passwordsAbout')}</p>
    </>
  );
}

export function SessionFields({ policy, change }: RuleProps) {
  const { t } = useTranslation();
  const rules = { policy, change };
  return (
    <>
      <h3>{t('signInRules.sessions')}</h3>
      <Checkbox
        checked={policy.lockAfter !== null}
        onChange={({ target }) => change({ lockAfter: target.checked ? 5 : null })}
      >
        {t('signInRules.locks')}
      </Checkbox>
      <div className="admin-fields">
        {policy.lockAfter !== null && (
          <>
            <NumberRule rule="lockAfter" from={3} to={20} {...rules} />
            <NumberRule rule="lockMinutes" from={5} to={240} {...rules} />
          </>
        )}
        <NumberRule rule="idleMinutes" from={5} to={120} {...rules} />
      </div>
      <Checkbox checked={policy.oneSession} onChange={({ target }) => change({ oneSession: target.checked })}>
        {t('signInRules.rule.oneSession')}
      </Checkbox>
      <p className="admin-hint">{t('signInRules.sessionsAbout')}</p>
    </>
  );
}
