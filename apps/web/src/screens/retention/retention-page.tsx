import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { AdminPage } from '../../components/admin-page.js';
import '../legal/legal.css';
import './retention.css';

const PARTS = ['schedule', 'destruction', 'certificates', 'consent'] as const;

/** A page of retention, with the ways to the others. */
export function RetentionPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const tabs = (
    <nav className="admin-tabs" aria-label={t('retention.parts')}>
      {PARTS.map((part) => (
        <NavLink key={part} to={`/retention/${part}`}>
          {t(`retention.part.${part}`)}
        </NavLink>
      ))}
    </nav>
  );
  return (
    <AdminPage title={t('retention.title')} needs="retention.read" head={tabs}>
      {children}
    </AdminPage>
  );
}
