import { differingRules, SIGN_IN_PRESETS, type SignInPreset, signInPresetSchema } from '#contracts';
import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleProps } from '../part-props.js';
import { useRuleWords } from './use-rule-words.js';

/** Which catalogue the rules are held against, and in what they differ from it. */
export function PresetFields({ policy, change }: RuleProps) {
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
