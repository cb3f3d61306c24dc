import { reportMailRoutes, type MailedReport, type ReportForOthers } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const MAIL = ['report-mail'] as const;
/** How copies fare writes no entry that screens are told of at once; a mail is on its way for seconds. */
const EVERY_MS = 20_000;

export const useReportMails = () =>
  useRead([...MAIL, 'list'], reportMailRoutes.list, {}, { refetchInterval: EVERY_MS });

export const useReportRecipients = (enabled: boolean) =>
  useRead([...MAIL, 'recipients'], reportMailRoutes.recipients, {}, { enabled });

export const useReportCopies = (subscriptionId: string) =>
  useRead(
    [...MAIL, 'copies', subscriptionId],
    reportMailRoutes.copies,
    { subscriptionId },
    { refetchInterval: EVERY_MS },
  );

export const useSubscribe = () => useChange((body: MailedReport) => send(reportMailRoutes.subscribe, { body }), MAIL);

export const useSendReport = () => useChange((body: ReportForOthers) => send(reportMailRoutes.send, { body }), MAIL);

/** What can be done with one that is there. */
export type MailChange = 'pause' | 'resume' | 'stop' | 'leave';

export const useChangeReportMail = () =>
  useChange(
    ({ subscriptionId, what }: { subscriptionId: string; what: MailChange }) =>
      send(reportMailRoutes[what], { subscriptionId }),
    MAIL,
  );

/** Has a copy that failed sent again. */
export const useResend = () =>
  useChange(
    ({ subscriptionId, copyId }: { subscriptionId: string; copyId: string }) =>
      send(reportMailRoutes.resend, { subscriptionId, copyId }),
    MAIL,
  );
