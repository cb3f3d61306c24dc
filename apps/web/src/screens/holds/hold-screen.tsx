import type { HoldDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { Back, Acts } from '../../components/acts.js';
import { DataTable } from '../../components/data-table.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useAskRelease, useDecideRelease, useHold } from '../../data/holds.js';
import { useFormat } from '../../format/use-format.js';
import '../legal/legal.css';
import { HoldFacts } from './hold-facts.js';
import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '../../components/dialogs.js';
import { useProved } from '../../components/step-up.js';
import { useMay } from '../../data/session.js';

/** One hold: what it keeps and why, whether its release was asked for, and what comes next. */
export function HoldScreen() {
  const { t } = useTranslation();
  const { holdId = '' } = useParams();
  return (
    <AdminPage title={t('holds.title')} needs="holds.read" head={<Back to="/holds">{t('holds.back')}</Back>}>
      <OneHold key={holdId} holdId={holdId} />
    </AdminPage>
  );
}

function OneHold({ holdId }: { holdId: string }) {
  const { t } = useTranslation();
  const hold = useHold(holdId);
  // Said once, where it was placed; afterwards the destructions tell of it.
  const tooLate = (useLocation().state as { tooLate?: number } | null)?.tooLate ?? 0;
  return (
    <WhenRead of={hold}>
      {(data) => (
        <>
          <section className="admin-section">
            <div className="legal-code">
              <h2>{data.code}</h2>
              <b>{t(`holds.state.${data.state}`)}</b>
            </div>
            <NextWords hold={data} />
            {tooLate > 0 && <p className="admin-wrong legal-next">{t('holds.tooLate', { count: tooLate })}</p>}
            <ReleaseActions hold={data} />
          </section>
          <HoldFacts hold={data} />
          <Covered hold={data} />
        </>
      )}
    </WhenRead>
  );
}

function NextWords({ hold: { state, releaseAsked, released } }: { hold: HoldDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state === 'released' && released)
    return (
      <p className="legal-next">
        {t('holds.next.released', { who: format.text(released.by), at: format.dateTime(released.at) })}
      </p>
    );
  if (!releaseAsked) return <p className="legal-next">{t('holds.next.active')}</p>;
  const { mine, by, at } = releaseAsked;
  return (
    <p className="legal-next">
      {t(mine ? 'holds.next.mine' : 'holds.next.release_asked', { who: format.text(by), at: format.dateTime(at) })}
    </p>
  );
}

function Covered({ hold: { covered, calls } }: { hold: HoldDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('holds.covered')}</h2>
      {covered.length === 0 && (
        <p className="admin-hint">{calls === 0 ? t('holds.coveredEmpty') : t('holds.coveredNone', { count: calls })}</p>
      )}
      {covered.length > 0 && covered.length < calls && (
        <p className="admin-hint">{t('holds.coveredMore', { shown: covered.length, count: calls })}</p>
      )}
      <DataTable className="legal-recordings">
        {covered.map(({ callId, startedAt, customer, recordingId }) => {
          const at = format.dateTime(startedAt);
          return (
            <tr key={`${callId} ${recordingId ?? ''}`}>
              <td>
                <Link to={`/calls/${callId}`} aria-label={t('holds.open', { at })}>
                  {at}
                </Link>
              </td>
              <td>{customer}</td>
              <td>{recordingId && t('holds.one')}</td>
            </tr>
          );
        })}
      </DataTable>
    </section>
  );
}

/** Letting go takes two people: one asks with a reason, another confirms with a fresh proof. */
function ReleaseActions({ hold }: { hold: HoldDetail }) {
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
