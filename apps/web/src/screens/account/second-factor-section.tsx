import type { AccountSecurity } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { parts } from '../../components/opened/part.js';
import { WhenRead } from '../../components/admin-page.js';
import { useProved } from '../../components/step-up.js';
import { useAccountReadAgain, useBeginSecondFactor, useRenewRecoveryCodes, useSecurity } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';
import { RecoveryCodesDialog } from './shown-once.js';

const { DisableDialog, EnrolDialog } = parts(() => import('./dialogs.js'));

/** Fewer codes than this, and the person is told to make new ones. */
const FEW_CODES = 3;

export function SecondFactorSection() {
  const { t } = useTranslation();
  const security = useSecurity();
  return (
    <section className="admin-section">
      <h2>{t('secondFactor.title')}</h2>
      <WhenRead of={security}>{(read) => (read.secondFactorSince ? <On security={read} /> : <Off />)}</WhenRead>
    </section>
  );
}

function Off() {
  const { t } = useTranslation();
  const begin = useBeginSecondFactor();
  const { send, said } = useProved(begin);
  const readAgain = useAccountReadAgain();
  const close = () => {
    begin.reset();
    void readAgain();
  };
  return (
    <>
      <p className="admin-hint">{t('secondFactor.about')}</p>
      <Acts>
        <Button onClick={() => void send()} loading={begin.isPending}>
          {t('secondFactor.turnOn')}
        </Button>
      </Acts>
      {said}
      {begin.data && <EnrolDialog enrolment={begin.data} onClose={close} />}
    </>
  );
}

function On({ security }: { security: AccountSecurity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const renew = useRenewRecoveryCodes();
  const { send, said } = useProved(renew);
  const readAgain = useAccountReadAgain();
  const [disabling, setDisabling] = useState(false);
  const { secondFactorSince: since, recoveryCodesLeft: left } = security;
  const close = () => {
    renew.reset();
    void readAgain();
  };
  return (
    <>
      <p className="admin-hint">{t('secondFactor.on', { at: since ? format.dateTime(since) : '' })}</p>
      <p className={left < FEW_CODES ? 'account-soon' : 'admin-hint'}>{t('secondFactor.left', { count: left })}</p>
      <Acts>
        <Button onClick={() => void send()} loading={renew.isPending}>
          {t('secondFactor.renew')}
        </Button>
        <Button onClick={() => setDisabling(true)}>{t('secondFactor.turnOff')}</Button>
      </Acts>
      {said}
      {renew.data && <RecoveryCodesDialog codes={renew.data.codes} onClose={close} />}
      {disabling && <DisableDialog onClose={() => setDisabling(false)} />}
    </>
  );
}
