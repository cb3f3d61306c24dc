import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { AdminPage } from '../../components/admin-page.js';

const TABS = ['profile', 'calendar', 'clients', 'notice'] as const;

/** What the company is, for its administrators; a part for each address below. */
export function CompanyScreen() {
  const { t } = useTranslation();
  const tabs = (
    <nav className="admin-tabs" aria-label={t('company.sections')}>
      {TABS.map((tab) => (
        <NavLink key={tab} to={`/company/${tab}`}>
          {t(`company.${tab}`)}
        </NavLink>
      ))}
    </nav>
  );
  return (
    <AdminPage title={t('company.title')} needs="company.manage" head={tabs}>
      <Outlet />
    </AdminPage>
  );
}
