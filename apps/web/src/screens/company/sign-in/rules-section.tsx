import { differingRules, type SignInPolicy, type SignInPolicyView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../../components/one-person.js';
import { FormBar } from '../../../components/acts.js';
import { WhenRead } from '../../../components/admin-page.js';
import { useProved } from '../../../components/step-up.js';
import { useDecideSignInPolicy, useProposeSignInPolicy, useSignInPolicy } from '../../../data/company-settings.js';
import { FactorFields, PasswordFields, SessionFields } from './rule-fields.js';
import { PresetFields } from './preset-fields.js';
import { SecondPerson } from '../../../components/second-person.js';
import { useFormat } from '../../../format/use-format.js';
import { useRuleWords } from './use-rule-words.js';
import './rules.css';

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
