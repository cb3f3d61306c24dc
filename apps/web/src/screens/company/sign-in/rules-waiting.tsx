import { differingRules, type SignInPolicy, type SignInPolicyView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { SecondPerson } from '../../../components/second-person.js';
import { useProved } from '../../../components/step-up.js';
import { useDecideSignInPolicy } from '../../../data/sign-in-policy.js';
import { useFormat } from '../../../format/use-format.js';
import { useRuleWords } from './use-rule-words.js';

/** The change that waits: what it would change, who proposed it, and what may be done about it. */
export function RulesWaiting(props: { waiting: NonNullable<SignInPolicyView['waiting']>; inForce: SignInPolicy }) {
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
