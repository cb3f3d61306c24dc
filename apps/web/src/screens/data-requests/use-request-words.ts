import { dataSubjectSchema, type DataRequestRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { daysLeft } from './answer-by.rules.js';

/** Whom a request is about, by when it is answered, and what comes next. */
export function useRequestWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useMe();
  const who = ({ subject }: Pick<DataRequestRow, 'subject'>): string => {
    const known = dataSubjectSchema.safeParse(subject).data;
    if (!known) return t('dataRequests.subject.forgotten');
    const { customer, staffNumber, matterId, callIds } = known;
    return [
      customer && t('dataRequests.subject.customer', { customer }),
      staffNumber && t('dataRequests.subject.staffNumber', { number: staffNumber }),
      matterId && t('dataRequests.subject.matter'),
      callIds?.length && t('dataRequests.subject.calls', { count: callIds.length }),
    ]
      .filter(Boolean)
      .join(t('dataRequests.subject.join'));
  };
  const isOpen = ({ state }: Pick<DataRequestRow, 'state'>): boolean => state === 'open' || state === 'waiting';
  const timeLeft = (request: DataRequestRow): { words: string; grave: boolean } | null => {
    if (!isOpen(request)) return null;
    const days = daysLeft(request.answerBy, Date.now(), timeZone);
    if (days < 0) return { words: t('dataRequests.overdue'), grave: true };
    return {
      words: days === 0 ? t('dataRequests.today') : t('dataRequests.daysLeft', { count: days }),
      grave: days < 4,
    };
  };
  const next = (request: DataRequestRow): string => {
    const { state, proposed, kind, destroyed } = request;
    if (state === 'waiting' && proposed)
      return t(proposed.mine ? 'dataRequests.next.mine' : 'dataRequests.next.waiting', {
        who: proposed.by ? format.text(proposed.by) : t('dataRequests.system'),
        at: format.dateTime(proposed.at),
        proposal: t(`dataRequests.proposal.${proposed.proposal}`),
      });
    if (state === 'agreed' && kind === 'access') return t('dataRequests.next.agreedAccess');
    if (state === 'refused' && kind === 'not_recordable') return t('dataRequests.next.refusedRules');
    if (state === 'done') return t('dataRequests.next.done', { destroyed: format.number(destroyed) });
    return t(`dataRequests.next.${state === 'waiting' ? 'open' : state}`);
  };
  return { who, isOpen, timeLeft, next };
}
