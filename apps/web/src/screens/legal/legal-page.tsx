import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { AdminPage } from '../../components/admin-page.js';
import './legal.css';

/** A page of legal, with the ways to the others. */
export function LegalPage({ head, children }: { head?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const tabs = (
    <>
      <nav className="admin-tabs" aria-label={t('legal.parts')}>
        <NavLink to="/legal/requests">{t('legal.requests')}</NavLink>
        <NavLink to="/legal/cases">{t('legal.cases')}</NavLink>
        <NavLink to="/legal/grants">{t('grants.title')}</NavLink>
        <NavLink to="/legal/exports">{t('exports.title')}</NavLink>
      </nav>
      {head}
    </>
  );
  return (
    <AdminPage title={t('legal.title')} needs="legal.read" head={tabs}>
      {children}
    </AdminPage>
  );
}
