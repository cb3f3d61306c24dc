import type { ConsentRuleSet } from '#contracts';
import { useTranslation } from 'react-i18next';
import { changesOf } from './change.rules.js';
import { useRuleWords } from './use-rule-words.js';

/** What a version changes, rule by rule, before and after. */
export function Changes({ before, after }: { before: ConsentRuleSet; after: ConsentRuleSet }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const changes = changesOf(before, after);
  return (
    <div className="consent-changes">
      <h3>{t('consentRules.changes')}</h3>
      {changes.length === 0 ? (
        <p className="admin-hint">{t('consentRules.same')}</p>
      ) : (
        <ul>
          {changes.map((change, at) => (
            <li key={at}>{words.change(change)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
