import type { ConsentRule, ConsentRuleSet } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useRuleWords } from './use-rule-words.js';

const HAN = /\p{Script=Han}/u;

interface Props {
  rules: ConsentRuleSet;
  /** Comes after them all. */
  strictest: ConsentRule;
}

/** The rules in the order in which they are tried, and the strictest after them. */
export function RulesTable({ rules: { rules, internalCalls, keys = [] }, strictest }: Props) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const placed = [...rules, strictest].map((rule, at) => ({ rule, at: at + 1 }));
  return (
    <>
      <ul className="consent-always">
        <li>{t('consentRules.privateCalls')}</li>
        <li>{t(`consentRules.internalCalls.${internalCalls}`)}</li>
        <li>{t('consentRules.keys.now', { keys: words.keys(keys) })}</li>
      </ul>
      <DataTable
        className="consent-rules"
        caption={t('consentRules.order')}
        rows={placed}
        keyOf={({ rule }) => rule.id}
        columns={[
          { name: t('consentRules.column.order'), cell: ({ at }) => at },
          { name: t('consentRules.part.regions'), cell: ({ rule }) => words.part(rule, 'regions') },
          { name: t('consentRules.part.directions'), cell: ({ rule }) => words.part(rule, 'directions') },
          { name: t('consentRules.part.accepts'), cell: ({ rule }) => words.part(rule, 'accepts') },
          {
            name: t('consentRules.part.source'),
            cell: ({ rule }) => (
              <>
                <span className="mono">{rule.id}</span>
                <br />
                {rule === strictest ? (
                  t('consentRules.strictest')
                ) : (
                  <span lang={HAN.test(rule.source) ? 'zh' : 'en'}>{rule.source}</span>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
