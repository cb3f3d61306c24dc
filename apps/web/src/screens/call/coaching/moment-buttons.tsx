import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parts } from '../../../components/opened/part.js';
import { useMay, useMe } from '../../../data/session.js';
import type { MomentToAdd } from './dialogs.js';

const { AddToCoaching, Nominate } = parts(() => import('./dialogs.js'));

/** For people who lead coaching, of a call that another person took. */
export function AddButton({ momentNow, agentId }: { momentNow: () => MomentToAdd; agentId: string }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const leads = useMay('coaching.lead');
  // As it was when the dialog opened.
  const [moment, setMoment] = useState<MomentToAdd | null>(null);
  if (!leads || personId === agentId) return null;
  return (
    <>
      <Button size="small" onClick={() => setMoment(momentNow())}>
        {t('coaching.add.act')}
      </Button>
      {moment && <AddToCoaching moment={moment} onClose={() => setMoment(null)} />}
    </>
  );
}

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
