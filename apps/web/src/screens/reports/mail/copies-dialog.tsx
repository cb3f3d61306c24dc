import type { ReportCopy, ReportSubscription } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../../components/admin-page.js';
import { type Column, DataTable } from '../../../components/data-table.js';
import { Failed } from '../../../components/failure-note.js';
import { ShowDialog } from '../../../components/action-dialog.js';
import { useReportCopies, useResend } from '../../../data/report-mail.js';
import { useFormat } from '../../../format/use-format.js';

/** Which copy went to whom when, and why one did not. */
export function CopiesDialog({ of, onClose }: { of: ReportSubscription; onClose: () => void }) {
  const { t } = useTranslation();
  const { text, dateTime } = useFormat();
  const { subscriptionId } = of;
  const copies = useReportCopies(subscriptionId);
  const resend = useResend();
  const columns: Column<ReportCopy>[] = [
    {
      name: t('reportMail.of'),
      cell: ({ from, to }) => (from === to ? from : t('reportMail.days', { from, to })),
    },
    { name: t('reportMail.to'), cell: ({ person }) => `${text(person.name)} ${person.staffNumber}` },
    {
      name: t('reportMail.state.title'),
      cell: ({ state, reason, settledAt, nextTryAt, attached }) => (
        <>
          {t(`reportMail.state.${reason === 'perhaps_sent' ? 'perhaps' : state}`)}
          <small>
            {[
              settledAt && dateTime(settledAt),
              attached && t('reportMail.withFile'),
              reason && t(`reportMail.reason.${reason}`),
              reason && nextTryAt && t('reportMail.again', { at: dateTime(nextTryAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      ),
      mark: ({ state }) => (state === 'failed' ? 'report-late' : null),
    },
    {
      name: { unseen: t('reportMail.actions') },
      cell: ({ copyId, canResend }) =>
        canResend && (
          <Button size="small" loading={resend.isPending} onClick={() => resend.mutate({ subscriptionId, copyId })}>
            {t('reportMail.resend')}
          </Button>
        ),
      quiet: ({ canResend }) => !canResend,
    },
  ];
  return (
    <ShowDialog title={t('reportMail.copies')} width={640} onClose={onClose}>
      <Failed of={{ error: resend.error }} />
      <WhenRead of={copies}>
        {({ items }) => (
          <DataTable
            caption={t('reportMail.copies')}
            className="report-mails"
            columns={columns}
            rows={items}
            keyOf={({ copyId }) => copyId}
          />
        )}
      </WhenRead>
    </ShowDialog>
  );
}
