import {
  type CaptureConnection,
  type CapturedStreamView,
  type CaptureFigures,
  captureRoutes as routes,
} from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { useFormat } from '../../format/use-format.js';
import { DataTable } from '../../components/data-table.js';
import { heardOf, troublesOf } from './connection.rules.js';
import { CapturePeers, RefusedRequests } from './capture-peers.js';
import { TelephonyPage } from './telephony-page.js';
import { useRead } from '../../data/queries.js';

const COUNTS = [
  ['taken', 'taken'],
  ['foreign', 'foreign'],
  ['discarded', 'discarded'],
  ['refused', 'refusedPackets'],
  ['masked', 'masked'],
  ['unkept', 'unkept'],
] as const;

/** Packets of the calls that are on, by what became of them. */
function RunningStreams({ of: { streams } }: { of: CaptureFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('capture.streams')}</h2>
      {streams.length === 0 ? (
        <p className="note">{t('capture.noStreams')}</p>
      ) : (
        <DataTable
          caption={t('capture.streams')}
          rows={streams}
          keyOf={({ session, stream }) => `${session} ${stream}`}
          columns={[
            { name: t('capture.session'), cell: ({ session }) => <code>{session.slice(0, 8)}</code> },
            { name: t('capture.stream'), number: true, cell: ({ stream }) => stream },
            ...COUNTS.map(([key, word]) => ({
              ...{ name: t(`capture.${word}`), number: true, named: true },
              cell: (row: CaptureFigures['streams'][number]) => format.number(row[key]),
            })),
          ]}
        />
      )}
    </section>
  );
}

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
          <RefusedRequests of={figures} />
          <RunningStreams of={figures} />
        </>
      )}
    </>
  );
}

/** How the streams of the last recordings came: what was lost, the longest gap, and how unevenly packets arrived. */
function CapturedStreams({ of }: { of: readonly CapturedStreamView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const milliseconds = (value: number) => t('capture.milliseconds', { count: Math.round(value) });
  return (
    <section className="admin-section">
      <h2>{t('capture.recordings')}</h2>
      {of.length === 0 ? (
        <p className="note">{t('capture.noRecordings')}</p>
      ) : (
        <DataTable
          caption={t('capture.recordings')}
          rows={of}
          keyOf={({ recordingId, label }) => `${recordingId} ${label}`}
          columns={[
            { name: t('capture.began'), cell: ({ beganAt }) => format.dateTime(beganAt) },
            { name: t('capture.source'), named: true, cell: ({ source }) => source },
            { name: t('capture.label'), named: true, cell: ({ label }) => label },
            { name: t('capture.party'), named: true, cell: ({ role }) => t(`capture.parties.${role}`) },
            { name: t('capture.codecs'), named: true, cell: ({ codecs }) => codecs.join(', ') },
            { name: t('capture.packets'), number: true, named: true, cell: (row) => format.number(row.packets) },
            { name: t('capture.lost'), number: true, named: true, cell: (row) => format.number(row.lost) },
            {
              ...{ name: t('capture.longestGap'), number: true, named: true },
              cell: (row) => milliseconds(row.longestGapMs),
            },
            { name: t('capture.jitter'), number: true, named: true, cell: (row) => milliseconds(row.jitterMs) },
            { name: t('capture.undecoded'), number: true, named: true, cell: (row) => format.number(row.undecoded) },
          ]}
        />
      )}
    </section>
  );
}

const MB = 1024 ** 2;

/** How many calls are heard at once, and how late their words were as it was measured: of one call, of two, and so on. */
function wordsOf(
  { calls, lateMs }: NonNullable<CaptureFigures['words']>,
  t: TFunction,
  format: ReturnType<typeof useFormat>,
): string {
  const late = lateMs.map((ms, n) =>
    ms === null
      ? t('capture.wordsNone', { calls: n + 1 })
      : t('capture.wordsLate', { calls: n + 1, seconds: format.number(ms / 1000) }),
  );
  return [format.number(calls), ...late].join(' · ');
}

/** Where it listens, what runs, and how much room there is; what is getting short comes first, in a sentence. */
function CaptureFacts({ of }: { of: CaptureFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { listens, listed, sessions, spool, keys, buffer } = of;
  const ports = (['udp', 'tcp', 'tls'] as const).filter((one) => listens[one] > 0);
  const kilobytes = (bytes: number) => format.number(Math.round(bytes / 1024));
  const rows: [name: string, value: string][] = [
    [t('capture.listens'), ports.map((one) => `${one.toUpperCase()} ${listens.host}:${listens[one]}`).join(', ')],
    [t('capture.listed'), listed.join(', ')],
    [t('capture.since'), format.dateTime(of.startedAt)],
    [t('capture.running'), t('capture.ofMost', { count: sessions.running, most: format.number(sessions.most) })],
    [t('capture.begun'), format.number(sessions.begun)],
    [t('capture.waiting'), format.number(sessions.waiting)],
    [t('capture.unread'), format.number(sessions.unread)],
    [
      t('capture.spool'),
      t('capture.spoolOf', {
        used: format.number(Math.ceil(spool.bytes / MB)),
        all: format.number(Math.round(spool.limitBytes / MB)),
        share: `${format.percent(spool.bytes / spool.limitBytes)}%`,
      }),
    ],
    [t('capture.keys'), t('capture.keysOf', { ready: keys.ready, wanted: keys.wanted })],
    [
      t('capture.buffer'),
      buffer.bytes === null
        ? t('capture.noSocket')
        : t('capture.bufferOf', { given: kilobytes(buffer.bytes), wanted: kilobytes(buffer.wantedBytes) }),
    ],
    ...(of.words ? [[t('capture.words'), wordsOf(of.words, t, format)] as [string, string]] : []),
    [t('capture.faults'), format.number(of.faults)],
  ];
  return (
    <>
      {troublesOf(of).map((trouble) => (
        <p key={trouble} className="note">
          {t(`capture.${trouble}`)}
        </p>
      ))}
      <DataTable caption={t('capture.facts')} keepsColumns>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </DataTable>
    </>
  );
}
