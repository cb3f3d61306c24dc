import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import './legal.css';
import type { LegalRequestRow } from '#contracts';
import { useFormat } from '../../format/use-format.js';
import { nextStep } from './next-step.rules.js';

/** A page of legal, with the ways to the others. */
export function LegalPage({ acts, children }: { acts?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const tabs = (
    <PartTabs
      name={t('legal.parts')}
      parts={[
        { to: '/legal/requests', label: t('legal.requests') },
        { to: '/legal/cases', label: t('legal.cases') },
        { to: '/legal/grants', label: t('grants.title') },
        { to: '/legal/exports', label: t('exports.title') },
      ]}
    />
  );
  return (
    <AdminPage title={t('legal.title')} needs="legal.read" head={tabs} acts={acts}>
      {children}
    </AdminPage>
  );
}

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
