import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { useMay, useMe } from '../../../data/session.js';
import type { AddProps, MomentToAdd } from './add-to-coaching.js';

const Nominate = part<AddProps>(() => import('./nominate.js'));

/** For people who look after best calls, of a call that another person took. */
export function NominateButton({ momentNow, agentId }: { momentNow: () => MomentToAdd; agentId: string }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const manages = useMay('best_calls.manage');
  const [moment, setMoment] = useState<MomentToAdd | null>(null);
  if (!manages || personId === agentId) return null;
  return (
    <>
      <Button size="small" onClick={() => setMoment(momentNow())}>
        {t('coaching.nominate.act')}
      </Button>
      {moment && <Nominate moment={moment} onClose={() => setMoment(null)} />}
    </>
  );
}
