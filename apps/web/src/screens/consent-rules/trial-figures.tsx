import type { ConsentTrial, KeptConsentTrial } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Why } from '../../components/why.js';
import { useFormat } from '../../format/use-format.js';

export const TRIAL_WAYS = ['recorded', 'not_recorded', 'unknown'] as const;

/** How many calls would go another way. */
export function TrialFigures({ of: trial }: { of: Omit<ConsentTrial, 'examples'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl className="retention-figures">
        {([...TRIAL_WAYS, 'same'] as const).map((figure) => (
          <div key={figure}>
            <dt>
              {t(`consentRules.trial.figure.${figure}`)}{' '}
              {figure === 'recorded' && <Why of="consentTrial" name={t('consentRules.trial.title')} />}
            </dt>
            <dd>{format.number(trial[figure])}</dd>
          </div>
        ))}
      </dl>
      {trial.recorded > 0 && <p className="admin-wrong">{t('consentRules.trial.more', { count: trial.recorded })}</p>}
      {trial.unknown > 0 && <p className="admin-hint">{t('consentRules.trial.unknownWhy')}</p>}
    </>
  );
}

/** What a trial found that is kept with a version: for the second person, and for those who ask later what was known. */
export function KeptTrial({ of: trial }: { of: KeptConsentTrial | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!trial) return <p className="admin-hint">{t('consentRules.trial.notKept')}</p>;
  const { by, at, days, calls, against, newestOnly } = trial;
  const about = {
    who: by ? format.text(by) : t('journal.system'),
    at: format.dateTime(at),
    calls: format.number(calls),
    days,
    version: against,
  };
  return (
    <div className="consent-trial">
      <h3>{t('consentRules.trial.title')}</h3>
      <p>{t(newestOnly ? 'consentRules.trial.keptNewest' : 'consentRules.trial.kept', about)}</p>
      <TrialFigures of={trial} />
    </div>
  );
}
