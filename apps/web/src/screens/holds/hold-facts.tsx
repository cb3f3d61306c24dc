import type { HoldDetail, HoldRule } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useFilterChoices } from '../../data/call-list.js';
import { Why } from '../../components/why.js';
import { Facts } from '../../components/facts.js';

/** What a hold is about: case, reason, scope, who placed it, who wants it gone, and how the bucket keeps it. */
export function HoldFacts({ hold }: { hold: HoldDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ruleWords = useRuleWords();
  const { case: about, reason, rule, calls, placed, releaseAsked, state } = hold;
  const signed = ({ by, at }: HoldDetail['placed']) => t('holds.by', { who: format.text(by), at: format.dateTime(at) });
  return (
    <section className="admin-section">
      <h2>{t('holds.about')}</h2>
      <Facts
        of={[
          [t('holds.field.case'), `${about.reference} ${about.title}`],
          [t('holds.field.reason'), reason],
          [
            t('holds.field.covers'),
            <>
              {t('holds.calls', { count: calls })} <Why of="held" value={t('holds.calls', { count: calls })} />
              {t('holds.rule.join')}
              {rule ? t('holds.byRule') : t('holds.listed')}
            </>,
          ],
          rule && [t('holds.field.rule'), ruleWords(rule)],
          [t('holds.field.placed'), signed(placed)],
          releaseAsked && [t('holds.field.asked'), `${signed(releaseAsked)}\n${releaseAsked.reason}`],
          state !== 'released' && calls > 0 && [t('holds.field.lock'), <LockWords lock={hold.objectLock} />],
        ]}
      />
    </section>
  );
}

function LockWords({ lock }: { lock: HoldDetail['objectLock'] }) {
  const { t } = useTranslation();
  if (lock === null) return t('holds.lock.none');
  const { objects: total, locked } = lock;
  return locked === total ? t('holds.lock.all', { count: total }) : t('holds.lock.some', { total, locked });
}

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
