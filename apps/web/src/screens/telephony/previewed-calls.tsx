import type { PreviewedCall } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Dash } from '../../components/dash.js';
import { DataTable } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

/** The first calls that a file makes, as its reader takes them. What it does not say stays unknown. */
export function PreviewedCalls({ calls }: { calls: readonly PreviewedCall[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (calls.length === 0) return null;
  const legs = (call: PreviewedCall) =>
    call.legs
      .map(({ kind, extension, outcome, ringSeconds }) =>
        [kind, extension, outcome, ringSeconds === null ? null : format.measured(ringSeconds)]
          .filter(Boolean)
          .join(' '),
      )
      .join('; ');
  return (
    <section className="admin-section">
      <h2>{t('sources.firstCalls')}</h2>
      <DataTable
        rows={calls}
        keyOf={({ id }) => id}
        columns={[
          { name: t('sources.call'), cell: ({ id }) => id },
          {
            name: t('sources.began'),
            named: true,
            cell: ({ startedAt }) => (startedAt ? format.dateTime(startedAt) : <Dash />),
          },
          { name: t('sources.direction'), named: true, cell: ({ direction }) => direction ?? <Dash /> },
          { name: t('sources.customer'), named: true, cell: ({ customer }) => customer ?? <Dash /> },
          { name: t('sources.outcome'), named: true, cell: ({ outcome }) => outcome ?? <Dash /> },
          { name: t('sources.legs'), named: true, cell: legs },
        ]}
      />
    </section>
  );
}
