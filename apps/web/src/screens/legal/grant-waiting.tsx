import type { StandingGrantTerms, StandingGrantWaiting } from '#contracts';
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
import { Facts } from '../../components/facts.js';

/** A proposal that waits for a second person: what it would open, why, and what this person may say to it. */
export function GrantWaiting({ one }: { one: StandingGrantWaiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { proposed, reason, expiresAt } = one;
  return (
    <>
      <Facts
        of={[
          [t('grants.column.grant'), <GrantWhom terms={one} />],
          [t('grants.column.opens'), <GrantOpens terms={one} />],
          [t('grants.column.until'), t('grants.until', { at: format.dateTime(expiresAt) })],
          [
            t('grants.reason'),
            <>
              {reason}
              <small>
                {t('grants.proposedBy', { who: format.text(proposed.by), at: format.dateTime(proposed.at) })}
              </small>
            </>,
          ],
        ]}
      />
      <Decide one={one} />
    </>
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

/** Whom a grant lets do what, with which calls. */
export function GrantOpens({ terms: { actions, rendition, purpose } }: { terms: StandingGrantTerms }) {
  const { t } = useTranslation();
  return (
    <>
      {actions.map((action) => t(`grants.opens.${action}`)).join(t('grants.join'))}
      <small>
        {t(`grants.rendition.${rendition}`)}
        {t('grants.join')}
        {t(`grants.purpose.${purpose}`)}
      </small>
    </>
  );
}

export function GrantWhom({ terms: { role, scope, team, client } }: { terms: StandingGrantTerms }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = { team: team ? format.text(team) : '', client: client ? format.text(client) : '' };
  return (
    <>
      {t(`shell.role.${role}`)}
      <small>{t(`grants.scopeOf.${scope}`, names)}</small>
    </>
  );
}
