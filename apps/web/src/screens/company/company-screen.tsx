import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { AdminPage } from '../../components/admin-page.js';
import { useMay } from '../../data/session.js';

const TABS = ['profile', 'calendar', 'clients', 'notice', 'sign-in', 'directory'] as const;

/** What the company is, for its administrators, and what it hides, for quality and legal too; a part for each address below. */
export function CompanyScreen() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const mayManage = useMay('company.manage');
  const mayRedact = useMay('redaction.manage');
  const tabs = (
    <nav className="admin-tabs" aria-label={t('company.sections')}>
      {mayManage &&
        TABS.map((tab) => (
          <NavLink key={tab} to={`/company/${tab}`}>
            {t(`company.${tab}`)}
          </NavLink>
        ))}
      {mayRedact && <NavLink to="/company/redaction">{t('redaction.title')}</NavLink>}
    </nav>
  );
  const needs = pathname.startsWith('/company/redaction') ? 'redaction.manage' : 'company.manage';
  return (
    <AdminPage title={t('company.title')} needs={needs} head={tabs}>
      <Outlet />
    </AdminPage>
  );
}
