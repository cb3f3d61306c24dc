import {
  differingRules,
  SIGN_IN_PRESETS,
  type SignInPolicy,
  type SignInPolicyView,
  type SignInPreset,
  signInPresetSchema,
  type SignInRule,
} from '#contracts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../../components/one-person.js';
import { FormBar } from '../../../components/acts.js';
import { WhenRead } from '../../../components/admin-page.js';
import { useProved } from '../../../components/step-up.js';
import { useDecideSignInPolicy, useProposeSignInPolicy, useSignInPolicy } from '../../../data/company-settings.js';
import { FactorFields, PasswordFields, SessionFields } from './rule-fields.js';
import type { RuleProps } from '../profile-sections.js';
import { SecondPerson } from '../../../components/second-person.js';
import { useFormat } from '../../../format/use-format.js';

/** What signing in asks of everyone, and the change that waits for a second person. */
export function RulesSection() {
  return <WhenRead of={useSignInPolicy()}>{(view) => <RulesForm view={view} />}</WhenRead>;
}

/** What is edited stays as it is, with the version that it began from, also when a colleague saves in the meantime. */
function RulesForm({ view }: { view: SignInPolicyView }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Pick<SignInPolicyView, 'version' | 'policy'> | null>(null);
  const propose = useProved(useProposeSignInPolicy());
  const { version, policy } = draft ?? view;
  const change = (part: Partial<SignInPolicy>) => setDraft({ version, policy: { ...policy, ...part } });
  const changed = policy.preset !== view.policy.preset || differingRules(policy, view.policy).length > 0;
  const send = async () => {
    if (await propose.send({ version, policy })) setDraft(null);
  };
  return (
    <section className="admin-section sign-in-rules" aria-labelledby="sign-in-rules">
      <h2 id="sign-in-rules">{t('signInRules.title')}</h2>
      <p className="admin-hint">{t('signInRules.about')}</p>
      {view.waiting && <RulesWaiting waiting={view.waiting} inForce={view.policy} />}
      <PresetFields policy={policy} change={change} />
      <FactorFields policy={policy} change={change} />
      <PasswordFields policy={policy} change={change} />
      <SessionFields policy={policy} change={change} />
      {propose.said}
      <FormBar
        notes={
          <span role="status">
            {changed ? t('signInRules.takesTwo') : t('signInRules.inForce', { version: view.version })}{' '}
            <ByOnePerson when={!changed && view.byOnePerson} />
          </span>
        }
      >
        {changed && <Button onClick={() => setDraft(null)}>{t('admin.cancel')}</Button>}
        <Button
          type="primary"
          disabled={!changed || view.waiting !== null}
          loading={propose.isPending}
          onClick={() => void send()}
        >
          {t('signInRules.propose')}
        </Button>
      </FormBar>
    </section>
  );
}

/** The change that waits: what it would change, who proposed it, and what may be done about it. */
function RulesWaiting(props: { waiting: NonNullable<SignInPolicyView['waiting']>; inForce: SignInPolicy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useRuleWords();
  const decide = useProved(useDecideSignInPolicy());
  const { waiting, inForce } = props;
  const { version, policy, proposedBy, proposedAt, mine } = waiting;
  return (
    <div className="rules-waiting" role="group" aria-labelledby="rules-waiting">
      <h3 id="rules-waiting">{t('signInRules.waiting')}</h3>
      <p className="admin-hint">
        {t('redaction.waitingBy', { name: format.text(proposedBy), at: format.dateTime(proposedAt) })}
      </p>
      <ul>
        {policy.preset !== inForce.preset && (
          <li>{t('signInRules.presetBecomes', { preset: t(`signInRules.presets.${policy.preset}`) })}</li>
        )}
        {differingRules(policy, inForce).map((rule) => (
          <li key={rule}>
            {t('signInRules.becomes', {
              rule: t(`signInRules.rule.${rule}`),
              was: say(rule, inForce),
              will: say(rule, policy),
            })}
          </li>
        ))}
      </ul>
      <SecondPerson version={version} mine={mine} proposedAt={proposedAt} decide={decide} />
    </div>
  );
}

/** Which catalogue the rules are held against, and in what they differ from it. */
function PresetFields({ policy, change }: RuleProps) {
  const { t } = useTranslation();
  const say = useRuleWords();
  const preset = policy.preset === 'none' ? null : SIGN_IN_PRESETS[policy.preset];
  const differing = preset ? differingRules(policy, preset) : [];
  return (
    <>
      <h3 id="sign-in-preset">{t('signInRules.preset')}</h3>
      <Radio.Group
        aria-labelledby="sign-in-preset"
        value={policy.preset}
        options={signInPresetSchema.options.map((value) => ({ value, label: t(`signInRules.presets.${value}`) }))}
        onChange={({ target }) => change({ preset: target.value as SignInPreset })}
      />
      <p className="admin-hint">{t(`signInRules.presetAbout.${policy.preset}`)}</p>
      {preset && differing.length === 0 && <p role="status">{t('signInRules.asPreset')}</p>}
      {preset && differing.length > 0 && (
        <div role="status">
          <p>{t('signInRules.differs', { count: differing.length })}</p>
          <ul>
            {differing.map((rule) => (
              <li key={rule}>
                {t('signInRules.differing', {
                  rule: t(`signInRules.rule.${rule}`),
                  is: say(rule, policy),
                  wanted: say(rule, preset),
                })}
              </li>
            ))}
          </ul>
          <Button onClick={() => change(preset)}>{t('signInRules.takePreset')}</Button>
        </div>
      )}
    </>
  );
}

/** Says a rule's value as people read it: “90 days”, “never”, “Agent, Auditor”. */
function useRuleWords(): (rule: SignInRule, policy: SignInPolicy) => string {
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
