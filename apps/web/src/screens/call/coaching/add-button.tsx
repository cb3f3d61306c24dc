import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../../components/opened/part.js';
import { useMay, useMe } from '../../../data/session.js';
import type { AddProps, MomentToAdd } from './add-to-coaching.js';

const AddToCoaching = part<AddProps>(() => import('./add-to-coaching.js'));

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
