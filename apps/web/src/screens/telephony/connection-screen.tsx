import { type CaptureConnection, captureRoutes as routes } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useFormat } from '../../format/use-format.js';
import { CapturedStreams } from './captured-streams.js';
import { CaptureFacts } from './capture-facts.js';
import { CapturePeers, TurnedAway } from './capture-peers.js';
import { heardOf } from './connection.rules.js';
import { RunningStreams } from './running-streams.js';
import { TelephonyPage } from './telephony-page.js';
import { useRead } from '../../data/queries.js';

/** The process reports every few seconds, and commits tell of nothing here. */
const READ_AGAIN_MS = 5_000;

const useConnection = () => useRead(['capture'], routes.connection, {}, { refetchInterval: READ_AGAIN_MS });

/** How calls are taken as they happen: who sends, what was turned away and why, streams, and what of the machine is getting short. */
export function ConnectionScreen() {
  const { t } = useTranslation();
  const connection = useConnection();
  return (
    <TelephonyPage>
      <WhenRead of={connection}>
        {(read) => (
          <>
            {read.processes.length === 0 && <p className="note">{t('capture.none')}</p>}
            {read.processes.map((one) => (
              <Process key={one.process} of={one} now={read.at} />
            ))}
            <CapturedStreams of={read.streams} />
          </>
        )}
      </WhenRead>
    </TelephonyPage>
  );
}

function Process({ of, now }: { of: CaptureConnection['processes'][number]; now: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { process, reportedAt, figures } = of;
  const { agoMs, stale } = heardOf(reportedAt, now);
  const time = format.duration(agoMs);
  return (
    <>
      <section className="admin-section" aria-label={process}>
        <h2>{process}</h2>
        {stale ? (
          <p className="note" role="status">
            {t('capture.stale', { time })}
          </p>
        ) : (
          <p className="admin-hint">{t('capture.heard', { time })}</p>
        )}
        {figures ? <CaptureFacts of={figures} /> : <p className="note">{t('capture.otherRelease')}</p>}
      </section>
      {figures && (
        <>
          <CapturePeers of={figures} />
          <TurnedAway of={figures} />
          <RunningStreams of={figures} />
        </>
      )}
    </>
  );
}
