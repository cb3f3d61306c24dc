import type { ConsentRuleSet, ConsentTrial, KeptConsentTrial } from '#contracts';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { Select } from '../../components/opened/select.js';
import { useConsentTrial } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { Why } from '../../components/why.js';

const PERIODS = [7, 30, 90] as const;

interface Props {
  /** null: they are not complete yet. */
  rules: ConsentRuleSet | null;
  /** Why it is done, and for what; null: the reader knows. */
  intro: string | null;
  /** These rules were tried, and what they would do is on the screen. */
  onTried?: (rules: ConsentRuleSet) => void;
}

/** What rules would have decided about calls that there are; what was tried is shown as long as the rules are the same. */
export function TrialPart({ rules, intro, onTried }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [days, setDays] = useState<(typeof PERIODS)[number]>(30);
  const trial = useConsentTrial();
  const [tried, setTried] = useState('');
  const asked = JSON.stringify({ rules, days });
  const run = () => {
    if (!rules) return;
    setTried(asked);
    trial.mutate({ rules, days }, { onSuccess: () => onTried?.(rules) });
  };
  return (
    <div className="consent-trial">
      <h3>{t('consentRules.trial.title')}</h3>
      {intro && <p className="admin-hint">{intro}</p>}
      <div className="consent-trial-ask flex wraps at-end gap-3">
        <Field label={t('consentRules.trial.period')} htmlFor={id}>
          <Select
            id={id}
            value={days}
            onChange={setDays}
            options={PERIODS.map((value) => ({ value, label: t('consentRules.trial.days', { count: value }) }))}
          />
        </Field>
        <Button disabled={rules === null} loading={trial.isPending} onClick={run}>
          {t('consentRules.trial.run')}
        </Button>
        {trial.data && tried !== asked && <span>{t('consentRules.trial.again')}</span>}
      </div>
      <Failed of={trial} />
      {trial.data && tried === asked && <Found trial={trial.data} />}
    </div>
  );
}

function Found({ trial }: { trial: ConsentTrial }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="status">
      <p>
        {t(trial.newestOnly ? 'consentRules.trial.ofNewest' : 'consentRules.trial.of', {
          calls: format.number(trial.calls),
        })}
      </p>
      <TrialFigures of={trial} />
      {TRIAL_WAYS.map((way) => (
        <Examples key={way} way={way} of={trial.examples[way]} />
      ))}
      <p className="admin-hint">{t('consentRules.trial.basis')}</p>
    </div>
  );
}

function Examples({
  way,
  of: examples,
}: {
  way: (typeof TRIAL_WAYS)[number];
  of: ConsentTrial['examples']['recorded'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useMay('calls.read');
  if (examples.length === 0) return null;
  return (
    <div className="consent-changes">
      <h3>{t(`consentRules.trial.examples.${way}`)}</h3>
      <ul>
        {examples.map(({ callId, startedAt, direction, region, state }) => {
          const line = t('consentRules.trial.line', {
            ...{ at: format.dateTime(startedAt), region },
            ...{ direction: t(`call.direction.${direction}`), state: t(`consent.${state}`) },
          });
          return <li key={callId}>{mayRead ? <Link to={`/calls/${callId}`}>{line}</Link> : line}</li>;
        })}
      </ul>
    </div>
  );
}

export const TRIAL_WAYS = ['recorded', 'not_recorded', 'unknown'] as const;

/** How many calls would go another way. */
export function TrialFigures({ of: trial }: { of: Omit<ConsentTrial, 'examples'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl className="retention-figures dense flex wraps gap-6">
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
