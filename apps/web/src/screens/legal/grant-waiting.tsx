import type { StandingGrantWaiting } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useMay } from '../../data/session.js';
import { useDecideGrant, useWithdrawGrant } from '../../data/standing-grants.js';
import { useFormat } from '../../format/use-format.js';
import { GrantOpens, GrantWhom } from './grant-words.js';

/** A proposal that waits for a second person: what it would open, why, and what this person may say to it. */
export function GrantWaiting({ one }: { one: StandingGrantWaiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { proposed, reason, expiresAt } = one;
  return (
    <dl className="legal-facts">
      <dt>{t('grants.column.grant')}</dt>
      <dd>
        <GrantWhom terms={one} />
      </dd>
      <dt>{t('grants.column.opens')}</dt>
      <dd>
        <GrantOpens terms={one} />
      </dd>
      <dt>{t('grants.column.until')}</dt>
      <dd>{t('grants.until', { at: format.dateTime(expiresAt) })}</dd>
      <dt>{t('grants.reason')}</dt>
      <dd>
        {reason}
        <small>{t('grants.proposedBy', { who: format.text(proposed.by), at: format.dateTime(proposed.at) })}</small>
      </dd>
      <dt className="seen-by-readers-only">{t('grants.publish')}</dt>
      <dd>
        <Decide one={one} />
      </dd>
    </dl>
  );
}

function Decide({ one: { proposalId, mine, mayPublish, againFrom } }: { one: StandingGrantWaiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [decide, withdraw] = [useDecideGrant(), useWithdrawGrant()];
  const publishes = useMay('grants.publish');
  const publishing = useProved(decide);
  const [refusing, setRefusing] = useState(false);
  const publish = () => void publishing.send({ proposalId, decision: 'publish' });
  return (
    <>
      {mine && againFrom === null && <p className="admin-hint">{t('grants.mine')}</p>}
      {againFrom !== null && (
        <p className="admin-hint">
          {mayPublish ? t('smallHouse.again') : t('smallHouse.againFrom', { at: format.dateTime(againFrom) })}
        </p>
      )}
      <Acts>
        {publishes && mayPublish && (
          <>
            <Button type="primary" loading={decide.isPending} onClick={publish}>
              {t('grants.publish')}
            </Button>
            {!mine && <Button onClick={() => setRefusing(true)}>{t('grants.refuse')}</Button>}
          </>
        )}
        {mine && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(proposalId)}>
            {t('grants.takeBack')}
          </Button>
        )}
      </Acts>
      <Failed of={withdraw} />
      {refusing && (
        <ReasonDialog
          title={t('grants.refuseTitle')}
          label={t('grants.reason')}
          hint={t('grants.refuseHint')}
          okText={t('grants.refuse')}
          send={(reason) => decide.mutateAsync({ proposalId, decision: 'refuse', reason })}
          onClose={() => setRefusing(false)}
        />
      )}
      {publishing.said}
    </>
  );
}
