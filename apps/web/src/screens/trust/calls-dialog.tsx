import type { AgreementCalls, AgreementPart, ItemTrustRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { ShowDialog } from '../../components/action-dialog.js';
import { useAgreementCalls } from '../../data/trust.js';
import { useFormat } from '../../format/use-format.js';

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
