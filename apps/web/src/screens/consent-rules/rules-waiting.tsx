import type { ConsentRulesView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProved } from '../../components/step-up.js';
import { useDecideConsentRules } from '../../data/consent-rules.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { Changes } from './changes.js';
import { RulesTable } from './rules-table.js';
import { TrialPart } from './trial-part.js';

interface Props {
  view: ConsentRulesView;
  waiting: NonNullable<ConsentRulesView['waiting']>;
}

/** The change that waits for a second person: what it changes, and what this person may say to it. */
export function RulesWaiting({ view: { current, strictest }, waiting }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rules, proposed, reason, mine, version } = waiting;
  const mayManage = useMay('retention.manage');
  const who = proposed?.by ? format.text(proposed.by) : t('journal.system');
  const at = proposed ? format.dateTime(proposed.at) : '';
  return (
    <section className="admin-section" aria-labelledby="consent-waiting">
      <h2 id="consent-waiting">{t('consentRules.waiting')}</h2>
      <p>{t('consentRules.waitingBy', { who, at, reason })}</p>
      <Changes before={current.rules} after={rules} />
      <details>
        <summary>{t('consentRules.all')}</summary>
        <RulesTable rules={rules} strictest={strictest} />
      </details>
      <TrialPart rules={rules} />
      {mayManage && <Decide version={version} mine={mine} />}
    </section>
  );
}

function Decide({ version, mine }: { version: number; mine: boolean }) {
  const { t } = useTranslation();
  const decide = useProved(useDecideConsentRules());
  const say = (decision: 'agreed' | 'refused') => void decide.send({ version, decision });
  return (
    <>
      <div className="admin-actions">
        {mine ? (
          <Button onClick={() => say('refused')}>{t('consentRules.takeBack')}</Button>
        ) : (
          <>
            <Button type="primary" loading={decide.isPending} onClick={() => say('agreed')}>
              {t('consentRules.agree')}
            </Button>
            <Button onClick={() => say('refused')}>{t('consentRules.refuse')}</Button>
          </>
        )}
      </div>
      <p className="admin-hint">{t(mine ? 'consentRules.mine' : 'consentRules.proof')}</p>
      {decide.said}
    </>
  );
}
