import type { KeepFor, RetentionCondition, RetentionFact, RetentionView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { factsOf, type PlacedRule } from './precedence.rules.js';

/** Parts of a schedule as sentences. */
export function useScheduleWords(clients: RetentionView['clients']) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const valueOf = (when: RetentionCondition, fact: RetentionFact): string => {
    if (fact === 'direction' && when.direction) return t(`call.direction.${when.direction}`);
    if (fact !== 'clientId') return when[fact] ?? '';
    const client = clients.find(({ clientId }) => clientId === when.clientId);
    return client ? text(client.name) : t('retention.unknownClient');
  };
  const when = (condition: RetentionCondition): string =>
    factsOf(condition)
      .map((fact) => t('retention.is', { fact: t(`retention.fact.${fact}`), value: valueOf(condition, fact) }))
      .join(t('retention.join'));
  return {
    when,
    keep: ({ count, unit }: KeepFor): string => t(`retention.keep.${unit}`, { count }),
    why: ({ when: condition }: PlacedRule): string => {
      const facts = factsOf(condition);
      return t('retention.whyFirst', {
        conditions: t('retention.conditions', { count: facts.length }),
        fact: t(`retention.fact.${facts[0] ?? 'direction'}`),
      });
    },
  };
}
