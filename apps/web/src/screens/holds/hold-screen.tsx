import type { HoldDetail } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { Back } from '../../components/back.js';
import { DataTable } from '../../components/data-table.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useHold } from '../../data/holds.js';
import { useFormat } from '../../format/use-format.js';
import '../legal/legal.css';
import { HoldFacts } from './hold-facts.js';
import { ReleaseActions } from './release-actions.js';

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
