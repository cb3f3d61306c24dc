import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import './legal.css';

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
