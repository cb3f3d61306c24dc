import type { ConsentRulesView } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecondPerson } from '../../components/second-person.js';
import { useProved } from '../../components/step-up.js';
import { CONSENT_RULES, useDecideConsentRules } from '../../data/consent-rules.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { Changes } from './changes.js';
import { RulesTable } from './rules-table.js';
import { KeptTrial } from './trial-figures.js';
import { TrialPart } from './trial-part.js';

interface Props {
  view: ConsentRulesView;
  waiting: NonNullable<ConsentRulesView['waiting']>;
}

/** The change that waits for a second person: what it changes, and what this person may say to it. */
export function RulesWaiting({ view: { current, strictest }, waiting }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rules, proposed, reason, mine, version, trial } = waiting;
  const client = useQueryClient();
  // What was found stays in sight when the figures are kept.
  const [begunOpen] = useState(trial === null);
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
      <KeptTrial of={trial} />
      <details open={begunOpen}>
        <summary>{t('consentRules.trial.yourself')}</summary>
        <TrialPart
          rules={rules}
          intro={null}
          onTried={() => void client.invalidateQueries({ queryKey: CONSENT_RULES })}
        />
      </details>
      {mayManage && proposed && <Decide version={version} mine={mine} proposedAt={proposed.at} />}
    </section>
  );
}

function Decide({ version, mine, proposedAt }: { version: number; mine: boolean; proposedAt: string }) {
  const { t } = useTranslation();
  const decide = useProved(useDecideConsentRules());
  return (
    <>
      <SecondPerson
        version={version}
        mine={mine}
        proposedAt={proposedAt}
        decide={decide}
        agree={t('consentRules.agree')}
      />
      <p className="admin-hint">{t(mine ? 'consentRules.mine' : 'consentRules.proof')}</p>
    </>
  );
}
