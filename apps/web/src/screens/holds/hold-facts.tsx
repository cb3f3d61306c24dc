import type { HoldDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useRuleWords } from './use-rule-words.js';
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
