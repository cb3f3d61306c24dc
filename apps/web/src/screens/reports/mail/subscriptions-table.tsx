import type { ReportCopy, ReportSubscription } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../../components/acts.js';
import { type Column, Dash, DataTable } from '../../../components/data-table.js';
import { Failed } from '../../../components/failure-note.js';
import { type MailChange, useChangeReportMail, useReportCopies, useResend } from '../../../data/report-mail.js';
import { useFormat } from '../../../format/use-format.js';
import { WhenRead } from '../../../components/admin-page.js';
import { ShowDialog } from '../../../components/action-dialog.js';
import { useMailWords } from './subscribe-dialog.js';

/** Who gets which report when, how the last one fared, and what can be done with it. */
export function SubscriptionsTable({ items, filesLeave }: { items: ReportSubscription[]; filesLeave: boolean }) {
  const { t } = useTranslation();
  const { text, dateTime } = useFormat();
  const words = useMailWords();
  const [shown, setShown] = useState<ReportSubscription | null>(null);
  const change = useChangeReportMail();
  if (items.length === 0) return <p className="note">{t('reportMail.none')}</p>;
  const columns: Column<ReportSubscription>[] = [
    {
      name: t('reportMail.report'),
      cell: (one) => (
        <>
          {words.kind(one.by)}
          <small>{words.filters(one.filters)}</small>
        </>
      ),
    },
    {
      name: t('reportMail.when'),
      cell: ({ rhythm, pausedAt, next }) => (
        <>
          {words.rhythm(rhythm)}
          <small>
            {pausedAt ? t('reportMail.paused') : next && t('reportMail.next', { at: dateTime(next.dueAt) })}
          </small>
        </>
      ),
    },
    {
      name: t('reportMail.sends'),
      cell: ({ format, language }) => (
        <>
          {t(`reportMail.format.${filesLeave ? format : 'link'}`)}
          <small>{t(`reportMail.written.${language}`)}</small>
        </>
      ),
    },
    {
      name: t('reportMail.to'),
      cell: ({ recipients, createdBy }) => (
        <>
          {recipients.map(({ name }) => text(name)).join(t('reportMail.comma'))}
          <small>{t('reportMail.madeBy', { name: text(createdBy) })}</small>
        </>
      ),
    },
    {
      name: t('reportMail.last'),
      cell: (one) => (one.last ? <Last of={one} onOpen={() => setShown(one)} /> : <Dash />),
      quiet: ({ last }) => !last,
      mark: ({ last }) => (last && last.failed > 0 ? 'report-late' : null),
    },
    { name: { unseen: t('reportMail.actions') }, cell: (one) => <Actions of={one} onChange={doIt(one)} /> },
  ];
  return (
    <>
      <Failed of={{ error: change.error }} />
      <DataTable
        caption={t('reportMail.title')}
        className="report-mails"
        columns={columns}
        rows={items}
        keyOf={({ subscriptionId }) => subscriptionId}
        past={({ pausedAt }) => pausedAt !== null}
      />
      {shown && <CopiesDialog of={shown} onClose={() => setShown(null)} />}
    </>
  );

  function doIt({ subscriptionId }: ReportSubscription) {
    return (what: MailChange) => change.mutate({ subscriptionId, what });
  }
}

function Last({ of: { last, lastSentAt }, onOpen }: { of: ReportSubscription; onOpen: () => void }) {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const states = (['waiting', 'failed', 'dropped'] as const).filter((state) => last![state] > 0);
  return (
    <>
      <Button type="link" size="small" className="report-number" onClick={onOpen}>
        {last!.from === last!.to ? last!.from : t('reportMail.days', { from: last!.from, to: last!.to })}
      </Button>
      <small>
        {lastSentAt ? t('reportMail.lastSent', { at: dateTime(lastSentAt) }) : t('reportMail.neverSent')}
        {states.map((state) => ` · ${t(`reportMail.counted.${state}`, { count: last![state] })}`).join('')}
      </small>
    </>
  );
}

function Actions({ of, onChange }: { of: ReportSubscription; onChange: (what: MailChange) => void }) {
  const { t } = useTranslation();
  return (
    <span className="admin-row">
      {of.manages && (
        <Button size="small" onClick={() => onChange(of.pausedAt ? 'resume' : 'pause')}>
          {t(of.pausedAt ? 'reportMail.resume' : 'reportMail.pause')}
        </Button>
      )}
      {of.manages && (
        <AskFirst ask={t('reportMail.askStop')} onYes={() => onChange('stop')}>
          {t('reportMail.stop')}
        </AskFirst>
      )}
      {of.mine && !of.manages && (
        <AskFirst ask={t('reportMail.askLeave')} onYes={() => onChange('leave')}>
          {t('reportMail.leave')}
        </AskFirst>
      )}
    </span>
  );
}

/** Which copy went to whom when, and why one did not. */
function CopiesDialog({ of, onClose }: { of: ReportSubscription; onClose: () => void }) {
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
