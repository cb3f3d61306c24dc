import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import '../legal/legal.css';
import './retention.css';

const PARTS = ['schedule', 'destruction', 'certificates', 'consent'] as const;

/** A page of retention, with the ways to the others. */
export function RetentionPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const tabs = (
    <PartTabs
      name={t('retention.parts')}
      parts={PARTS.map((part) => ({ to: `/retention/${part}`, label: t(`retention.part.${part}`) }))}
    />
  );
  return (
    <AdminPage title={t('retention.title')} needs="retention.read" head={tabs}>
      {children}
    </AdminPage>
  );
}
