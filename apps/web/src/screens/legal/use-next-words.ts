import type { LegalRequestRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { nextStep } from './next-step.rules.js';

/** The sentence that says what comes next, and who does it. */
export function useNextWords() {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  return (request: LegalRequestRow): string => {
    const next = nextStep(request);
    switch (next.step) {
      case 'decideOne':
      case 'asked_back':
      case 'opened':
        return t(`legalRequest.next.${next.step}`, { by: dateTime(next.by) });
      case 'decideMore':
        return t('legalRequest.next.decideMore', { count: next.count, by: dateTime(next.by) });
      case 'active':
      case 'both':
      case 'listening':
        return t(`legalRequest.next.${next.step}`, { until: dateTime(next.until), left: next.left });
      case 'export':
        return t('legalRequest.next.export', { until: dateTime(next.until) });
      default:
        return t(`legalRequest.next.${next.step}`);
    }
  };
}
