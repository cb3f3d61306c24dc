import type { WaitingCorrection as Waiting } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/acts.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useConfirmCorrection, useRefuseCorrection, useWithdrawCorrection } from '../../data/corrections.js';
import { useFormat } from '../../format/use-format.js';
import { ChangedValue } from './changed-value.js';

/** A correction that waits for a second person: what is to be otherwise and why, and what this person may do. */
export function WaitingCorrection({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { by, at, from, reason, moves, changes, agents, lapsed, lapsesAt } = waiting;
  return (
    <div className="waiting-correction grid gap-1 below-2">
      <p>
        <b>{t(lapsed ? 'correctionWaits.lapsed' : 'correctionWaits.state')}</b>{' '}
        <small>{t(`correctionWaits.from.${from}`, { who: format.text(by), at: format.dateTime(at) })}</small>
        <small>
          {t(lapsed ? 'correctionWaits.lapsedAt' : 'correctionWaits.lapses', { at: format.dateTime(lapsesAt) })}
        </small>
      </p>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`call.correct.named.${field}`)}</dt>
            <dd>
              <ChangedValue field={field} value={before} agent={agents.before} /> →{' '}
              <ChangedValue field={field} value={after} agent={agents.after} />
            </dd>
          </div>
        ))}
      </dl>
      {reason && (
        <q className="waiting-correction-reason" lang="">
          {reason}
        </q>
      )}
      <p hidden={lapsed}>
        <small>{moves.map((one) => t(`correctionWaits.moves.${one}`)).join(' ')}</small>
      </p>
      {!lapsed && <Acts waiting={waiting} />}
    </div>
  );
}

function Acts({ waiting: { proposalId, may } }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const confirm = useProved(useConfirmCorrection());
  const withdraw = useProved(useWithdrawCorrection());
  const refuse = useRefuseCorrection();
  if (may.length === 0) return <p className="admin-hint">{t('correctionWaits.another')}</p>;
  return (
    <>
      <div className="flex wraps gap-2">
        {may.includes('confirm') && (
          <AskFirst
            type="primary"
            ask={t('correctionWaits.confirmAsk')}
            onYes={() => void confirm.send(proposalId)}
            loading={confirm.isPending}
          >
            {t('correctionWaits.confirm')}
          </AskFirst>
        )}
        {may.includes('refuse') && (
          <Button size="small" onClick={() => setRefusing(true)}>
            {t('correctionWaits.refuse')}
          </Button>
        )}
        {may.includes('withdraw') && (
          <AskFirst
            ask={t('correctionWaits.withdrawAsk')}
            onYes={() => void withdraw.send(proposalId)}
            loading={withdraw.isPending}
          >
            {t('correctionWaits.withdraw')}
          </AskFirst>
        )}
      </div>
      {confirm.said}
      {withdraw.said}
      {refusing && (
        <ReasonDialog
          title={t('correctionWaits.refuseTitle')}
          label={t('call.correct.reason')}
          hint={t('call.correct.reasonHint')}
          okText={t('correctionWaits.refuse')}
          minLength={5}
          maxLength={300}
          send={(reason) => refuse.mutateAsync({ proposalId, reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  );
}
