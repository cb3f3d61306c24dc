import type { CaptureFigures } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { troublesOf } from './connection.rules.js';

const MB = 1024 ** 2;

/** Where it listens, what runs, and how much room there is; what is getting short comes first, in a sentence. */
export function CaptureFacts({ of }: { of: CaptureFigures }) {
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
