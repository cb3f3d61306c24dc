import type { RequestedRecording } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useRequestedRecordings } from '../../data/legal.js';
import { useFormat } from '../../format/use-format.js';

/** The frozen list of a request, each with the way to its call. @param plays the asker may play them now */
export function RequestedList({ requestId, plays }: { requestId: string; plays: boolean }) {
  const { t } = useTranslation();
  const list = useRequestedRecordings(requestId);
  return (
    <WhenRead of={list}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="admin-hint">{t('legalRequest.listEmpty')}</p>
        ) : (
          <>
            <p className="admin-hint">
              {t('legalRequest.recordings', { count: items.length })} · {t('legalRequest.listFrozen')}
            </p>
            <RecordingTable items={items} linked plays={plays} />
          </>
        )
      }
    </WhenRead>
  );
}

interface TableProps {
  items: readonly RequestedRecording[];
  linked?: boolean;
  plays?: boolean;
}

/** Recordings by when, about what, with whom and how long. */
export function RecordingTable({ items, linked, plays }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable className="legal-recordings">
      {items.map(({ recordingId, callId, startedAt, customer, matter, agent, durationMs }) => {
        const at = format.dateTime(startedAt);
        const name = format.text(agent.name);
        return (
          <tr key={recordingId}>
            <td>
              {linked ? (
                <Link to={`/calls/${callId}`} aria-label={t('legal.openWith', { at, agent: name })}>
                  {at}
                </Link>
              ) : (
                at
              )}
            </td>
            <td>
              {matter ? <bdi>{matter}</bdi> : t('calls.unknownMatter')}
              <small>{customer ?? t('calls.unknownCustomer')}</small>
            </td>
            <td>
              {name}
              <small>{format.text(agent.team.name)}</small>
            </td>
            <td>{durationMs === null ? '' : format.duration(durationMs)}</td>
            {plays && (
              <td>
                <Link to={`/calls/${callId}`} aria-label={t('legalRequest.openToPlayOf', { at })}>
                  {t('legalRequest.openToPlay')}
                </Link>
              </td>
            )}
          </tr>
        );
      })}
    </DataTable>
  );
}
