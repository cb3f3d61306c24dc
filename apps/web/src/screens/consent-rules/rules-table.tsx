import type { ConsentKeys, ConsentRule, ConsentRuleSet } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useLanguage } from '../../format/use-format.js';
import { neverTried, type RuleChange, type RulePart } from './change.rules.js';

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
      <ul className="consent-always dense below-2">
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
          {
            name: t('consentRules.part.accepts'),
            cell: ({ rule }) =>
              neverTried(rule, internalCalls) ? t('consentRules.notTried') : words.part(rule, 'accepts'),
          },
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

/** Parts of the consent rules as sentences. */
export function useRuleWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const join = (all: readonly string[]) => all.join(t('consentRules.join'));
  const region = (code: string): string => {
    if (code === '*') return t('consentRules.everywhere');
    const [country = '', state] = code.split('-');
    return state === undefined ? `${countries.of(country)} (${country})` : code;
  };
  const accepts = ({ accepts: states, acceptedExemptions: grounds }: ConsentRule): string =>
    states.length === 0
      ? t('consentRules.nothing')
      : join(
          states.map((state) =>
            state === 'not_required'
              ? t('consentRules.notRequiredOn', {
                  grounds: join(grounds.map((ground) => t(`consentRules.ground.${ground}`))),
                })
              : t(`consentRules.accepts.${state}`),
          ),
        );
  const part = (rule: ConsentRule, of: RulePart): string => {
    if (of === 'regions') return join(rule.regions.map(region));
    if (of === 'directions') return join(rule.directions.map((one) => t(`call.direction.${one}`)));
    if (of === 'source') return rule.source;
    return accepts(rule);
  };
  const whole = (rule: ConsentRule): string =>
    t('consentRules.whole', {
      regions: part(rule, 'regions'),
      directions: part(rule, 'directions'),
      accepts: accepts(rule),
    });
  const keys = (all: readonly ConsentKeys[]): string =>
    all.length === 0
      ? t('consentRules.keys.none')
      : join(
          all.map(({ line, yes, no }) =>
            t('consentRules.keys.of', { line: line === '*' ? t('consentRules.keys.every') : line, yes, no }),
          ),
        );
  const change = (one: RuleChange): string => {
    switch (one.kind) {
      case 'internalCalls':
        return t(`consentRules.change.internal.${one.after}`);
      case 'keys':
        return t('consentRules.keys.change', { before: keys(one.before), after: keys(one.after) });
      case 'added':
      case 'removed':
        return t(`consentRules.change.${one.kind}`, { at: one.at, id: one.rule.id, rule: whole(one.rule) });
      case 'order':
        return t('consentRules.change.order', { before: one.before.join(' → '), after: one.after.join(' → ') });
      case 'changed':
        return t('consentRules.change.changed', {
          id: one.after.id,
          part: t(`consentRules.part.${one.part}`),
          ...{ before: part(one.before, one.part), after: part(one.after, one.part) },
        });
    }
  };
  return { part, change, keys };
}
