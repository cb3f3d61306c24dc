import type { AgreementCalls, AgreementPart, ItemTrustRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Link } from 'react-router';
import { FormDialog } from '../../components/dialogs.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';
import { KappaField } from './trust-settings.js';
import { WhenRead } from '../../components/admin-page.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { ShowDialog } from '../../components/action-dialog.js';
import { useAgreementCalls } from '../../data/trust.js';

const targetSchema = z.object({ target: z.number().nullable() });

/** What one item has to reach, where that is not the company's target. */
export function TargetDialog({ row, onClose }: { row: ItemTrustRow; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQualitySettings();
  const change = useChangeQualitySettings();
  const kept = data?.settings.trust.items[row.itemId] ?? null;
  return (
    <FormDialog
      key={`${data === undefined} ${kept}`}
      title={t('trust.settings.ownTitle', { item: format.text(row.title) })}
      okText={t('trust.settings.save')}
      body={targetSchema}
      start={{ target: kept }}
      fields={[
        <p className="admin-hint">
          {t(data?.maySet === false ? 'trust.settings.companyOnly' : 'trust.settings.intro')}
        </p>,
        { of: 'target', label: t('trust.settings.ownField'), draw: (control) => <KappaField {...control} /> },
      ]}
      disabled={({ target }) => !data?.maySet || target === kept}
      send={async ({ target }) => {
        if (!data) return;
        const { [row.itemId]: _, ...others } = data.settings.trust.items;
        const items = target === null ? others : { ...others, [row.itemId]: target };
        const settings = { ...data.settings, trust: { ...data.settings.trust, items } };
        await change.mutateAsync({ version: data.version, settings });
      }}
      onClose={onClose}
    />
  );
}

interface Props {
  row: ItemTrustRow;
  part: AgreementPart;
  onClose: () => void;
}
type Behind = AgreementCalls['items'][number];

/** The calls that a figure counts. */
export function CallsDialog({ row, part, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { judgement, itemId, language, engine, title } = row;
  const read = useAgreementCalls({ judgement, itemId, language, engine: engine ?? '', part });
  const columns: Column<Behind>[] = [
    {
      name: t('trust.calls.call'),
      cell: ({ callId, leg, startedAt }) => (
        <Link to={`/calls/${callId}?item=${itemId}${leg > 1 ? `&leg=${leg}` : ''}`}>{format.dateTime(startedAt)}</Link>
      ),
    },
    { name: t('trust.calls.machine'), cell: ({ machine }) => t(`outcome.${machine}`) },
    { name: t('trust.calls.person'), cell: ({ person }) => t(`outcome.${person}`) },
    { name: t('trust.calls.at'), cell: ({ judgedAt }) => format.dateTime(judgedAt) },
  ];
  return (
    <ShowDialog
      title={t('trust.calls.title', { item: format.text(title), part: t(`trust.calls.part.${part}`) })}
      width={640}
      onClose={onClose}
    >
      <WhenRead of={read}>
        {({ total, items }) =>
          items.length === 0 ? (
            <p className="note">{t('trust.calls.none')}</p>
          ) : (
            <>
              <p className="note">
                {t('trust.calls.of', { total: format.number(total), shown: format.number(items.length) })}
              </p>
              <DataTable
                columns={columns}
                rows={items}
                keyOf={({ callId, leg, judgedAt }) => `${callId} ${leg} ${judgedAt}`}
              />
            </>
          )
        }
      </WhenRead>
    </ShowDialog>
  );
}
