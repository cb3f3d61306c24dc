import type { CaptureFigures } from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { turnedAway } from './connection.rules.js';

/** A reason in words; one of another release as it stands. */
function useReason(): (why: string) => string {
  const { t } = useTranslation();
  return (why) => t(`capture.why.${why}` as 'capture.why.full', { defaultValue: why });
}

/** The listed systems that sent something, and when. */
export function CapturePeers({ of: { peers } }: { of: CaptureFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const at = (time: string | null) => (time ? format.dateTime(time) : t('capture.never'));
  return (
    <section className="admin-section">
      <h2>{t('capture.peers')}</h2>
      <DataTable
        caption={t('capture.peers')}
        rows={peers}
        empty={t('capture.noPeers')}
        keyOf={({ address }) => address}
        columns={[
          { name: t('capture.address'), cell: ({ address }) => address },
          { name: t('capture.sessions'), number: true, cell: ({ sessions }) => format.number(sessions) },
          { name: t('capture.lastInvite'), named: true, cell: ({ lastInviteAt }) => at(lastInviteAt) },
          { name: t('capture.lastOptions'), named: true, cell: ({ lastOptionsAt }) => at(lastOptionsAt) },
          {
            name: t('capture.lastRefusal'),
            named: true,
            cell: ({ lastRefusal }) =>
              lastRefusal
                ? `${lastRefusal.status} ${reason(lastRefusal.why)} (${format.dateTime(lastRefusal.at)})`
                : t('capture.never'),
          },
        ]}
      />
    </section>
  );
}

/** What was refused with an answer, and what was dropped without one, since the process started. */
export function RefusedRequests({ of }: { of: CaptureFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const rows = turnedAway(of);
  const list = of.statuses.map(({ status, count }) => `${status} × ${format.number(count)}`).join(', ');
  return (
    <section className="admin-section">
      <h2>{t('capture.refusals')}</h2>
      <DataTable
        caption={t('capture.refusals')}
        rows={rows}
        empty={t('capture.noRefusals')}
        keyOf={({ done, why }) => `${done} ${why}`}
        columns={[
          { name: t('capture.reason'), cell: ({ why }) => reason(why) },
          { name: t('capture.what'), named: true, cell: ({ done }) => t(`capture.${done}`) },
          { name: t('capture.count'), number: true, cell: ({ count }) => format.number(count) },
        ]}
      />
      {list && <p className="admin-hint">{t('capture.statuses', { list })}</p>}
    </section>
  );
}
