import type { HoldDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useAskRelease, useDecideRelease } from '../../data/holds.js';
import { useMay } from '../../data/session.js';

/** Letting go takes two people: one asks with a reason, another confirms with a fresh proof. */
export function ReleaseActions({ hold }: { hold: HoldDetail }) {
  const { state, releaseAsked } = hold;
  const mayAsk = useMay('holds.place');
  if (state === 'released') return null;
  return releaseAsked ? <Decide hold={hold} mine={releaseAsked.mine} /> : mayAsk && <Ask hold={hold} />;
}

function Ask({ hold: { holdId } }: { hold: HoldDetail }) {
  const { t } = useTranslation();
  const ask = useAskRelease();
  const [asking, setAsking] = useState(false);
  return (
    <Acts>
      <Button onClick={() => setAsking(true)}>{t('holds.askRelease')}</Button>
      {asking && (
        <ReasonDialog
          title={t('holds.askReleaseTitle')}
          label={t('holds.releaseReason')}
          hint={t('holds.askReleaseHint')}
          okText={t('holds.askRelease')}
          send={(reason) => ask.mutateAsync({ holdId, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </Acts>
  );
}

function Decide({ hold: { holdId }, mine }: { hold: HoldDetail; mine: boolean }) {
  const { t } = useTranslation();
  const mayRelease = useMay('holds.release');
  const decide = useProved(useDecideRelease());
  if (!mayRelease) return <p className="admin-hint legal-next">{t('holds.noRelease')}</p>;
  const say = (decision: 'agreed' | 'refused') => void decide.send({ holdId, decision });
  return (
    <>
      <Acts>
        {mine ? (
          <Button onClick={() => say('refused')}>{t('holds.takeBack')}</Button>
        ) : (
          <>
            <Button danger loading={decide.isPending} onClick={() => say('agreed')}>
              {t('holds.confirmRelease')}
            </Button>
            <Button onClick={() => say('refused')}>{t('holds.refuseRelease')}</Button>
          </>
        )}
      </Acts>
      {!mine && <p className="admin-hint">{t('holds.proof')}</p>}
      {decide.said}
    </>
  );
}
