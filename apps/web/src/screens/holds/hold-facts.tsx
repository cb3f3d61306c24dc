import type { HoldDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useRuleWords } from './use-rule-words.js';
import { Why } from '../../components/why.js';

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
      <dl className="legal-facts">
        <dt>{t('holds.field.case')}</dt>
        <dd>
          {about.reference} {about.title}
        </dd>
        <dt>{t('holds.field.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('holds.field.covers')}</dt>
        <dd>
          {t('holds.calls', { count: calls })} <Why of="held" value={t('holds.calls', { count: calls })} />
          {t('holds.rule.join')}
          {rule ? t('holds.byRule') : t('holds.listed')}
        </dd>
        {rule && (
          <>
            <dt>{t('holds.field.rule')}</dt>
            <dd>{ruleWords(rule)}</dd>
          </>
        )}
        <dt>{t('holds.field.placed')}</dt>
        <dd>{signed(placed)}</dd>
        {releaseAsked && (
          <>
            <dt>{t('holds.field.asked')}</dt>
            <dd>
              {signed(releaseAsked)}
              {'\n'}
              {releaseAsked.reason}
            </dd>
          </>
        )}
        {state !== 'released' && calls > 0 && (
          <>
            <dt>{t('holds.field.lock')}</dt>
            <dd>
              <LockWords lock={hold.objectLock} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function LockWords({ lock }: { lock: HoldDetail['objectLock'] }) {
  const { t } = useTranslation();
  if (lock === null) return t('holds.lock.none');
  const { objects: total, locked } = lock;
  return locked === total ? t('holds.lock.all', { count: total }) : t('holds.lock.some', { total, locked });
}
