import type { DataRequestDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../../components/acts.js';
import { AgainFrom, useMayAgain } from '../../components/one-person.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useConfirmDecision, useProposeDecision } from '../../data/data-requests.js';
import { useMay } from '../../data/session.js';

/** One person proposes what to do, another confirms it with a fresh proof; each reads why not where they cannot. */
export function RequestDecisions({ request }: { request: DataRequestDetail }) {
  const { t } = useTranslation();
  const [mayManage, mayDecide, mayAsk] = [
    useMay('data_requests.manage'),
    useMay('data_requests.decide'),
    useMay('legal.request'),
  ];
  const { state, kind, proposed } = request;
  if (state === 'open')
    return mayManage ? <Propose request={request} /> : <p className="admin-hint">{t('dataRequests.cannot')}</p>;
  if (state === 'waiting' && proposed)
    return mayDecide ? (
      <Confirm request={request} proposed={proposed} />
    ) : (
      <p className="admin-hint">{t('dataRequests.confirmsOther')}</p>
    );
  if (state === 'agreed' && kind === 'access' && mayAsk)
    return (
      <p className="legal-next">
        <Link to="/legal/requests/new">{t('dataRequests.ask')}</Link>
      </p>
    );
  return null;
}

function Propose({ request: { requestId } }: { request: DataRequestDetail }) {
  const { t } = useTranslation();
  const propose = useProposeDecision();
  const [proposal, setProposal] = useState<'agree' | 'refuse' | null>(null);
  return (
    <Acts>
      {(['agree', 'refuse'] as const).map((one) => (
        <Button key={one} onClick={() => setProposal(one)}>
          {t(`dataRequests.propose.${one}`)}
        </Button>
      ))}
      {proposal && (
        <ReasonDialog
          title={t(`dataRequests.proposeTitle.${proposal}`)}
          label={t('dataRequests.reason')}
          hint={t(`dataRequests.proposeHint.${proposal}`)}
          okText={t(`dataRequests.propose.${proposal}`)}
          send={(reason) => propose.mutateAsync({ requestId, proposal, reason })}
          onClose={() => setProposal(null)}
        />
      )}
    </Acts>
  );
}

interface ConfirmProps {
  request: DataRequestDetail;
  proposed: NonNullable<DataRequestDetail['proposed']>;
}

function Confirm({ request: { requestId, kind, recordings }, proposed: { proposal, mine, at } }: ConfirmProps) {
  const { t } = useTranslation();
  const dayPassed = useMayAgain(at);
  const confirm = useProved(useConfirmDecision());
  const destroys = proposal === 'agree' && kind !== 'access';
  const may = !mine || (dayPassed && !destroys);
  const say = (decision: 'confirmed' | 'sent_back') => void confirm.send({ requestId, decision });
  return (
    <>
      {!mine && destroys && (
        <p className="admin-wrong legal-next">{t('dataRequests.destroys', { count: recordings })}</p>
      )}
      <Acts>
        {may && (
          <Button danger={destroys} loading={confirm.isPending} onClick={() => say('confirmed')}>
            {t('dataRequests.confirm', { proposal: t(`dataRequests.proposal.${proposal}`) })}
          </Button>
        )}
        <Button onClick={() => say('sent_back')}>{t('dataRequests.sendBack')}</Button>
      </Acts>
      {mine && !destroys && <AgainFrom first={at} />}
      <p className="admin-hint">{t('dataRequests.proof')}</p>
      {confirm.said}
    </>
  );
}
