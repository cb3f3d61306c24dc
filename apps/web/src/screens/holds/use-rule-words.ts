import type { HoldRule } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFilterChoices } from '../../data/call-list.js';
import { useFormat } from '../../format/use-format.js';

/** A rule as a sentence: names where the reader may see them, else how many. */
export function useRuleWords() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const { data } = useFilterChoices(undefined, '');
  const names = (ids: readonly string[], known: readonly { id: string; name: string }[]): string | null => {
    const found = ids.map((id) => known.find((one) => one.id === id)?.name);
    return found.every((name) => name !== undefined) ? found.join(t('holds.rule.join')) : null;
  };
  return (rule: HoldRule): string => {
    const { customer, from, to, direction, teamIds, clientIds, personIds, matterIds } = rule;
    const teams = (data?.teams ?? []).map(({ teamId, name }) => ({ id: teamId, name: text(name) }));
    const clients = (data?.clients ?? []).map(({ clientId, name }) => ({ id: clientId, name: text(name) }));
    const named = (what: 'team' | 'client', ids: readonly string[], known: typeof teams) => {
      const said = names(ids, known);
      return said === null
        ? t(`holds.rule.${what}s`, { count: ids.length })
        : t('holds.rule.named', { what: t(`holds.rule.${what}`), names: said });
    };
    return [
      customer && t('holds.rule.customer', { customer }),
      from && to && t('holds.rule.between', { from, to }),
      from && !to && t('holds.rule.from', { day: from }),
      to && !from && t('holds.rule.to', { day: to }),
      direction && t(`call.direction.${direction}`),
      teamIds && named('team', teamIds, teams),
      clientIds && named('client', clientIds, clients),
      personIds && t('holds.rule.persons', { count: personIds.length }),
      matterIds && t('holds.rule.matters', { count: matterIds.length }),
    ]
      .filter(Boolean)
      .join(t('holds.rule.join'));
  };
}
