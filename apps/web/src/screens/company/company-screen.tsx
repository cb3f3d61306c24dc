import type { Permission } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { PartTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import { useMay, useMe } from '../../data/session.js';

const TABS = ['profile', 'calendar', 'clients', 'notice', 'sign-in', 'directory'] as const;

/** What other people than those who manage the company see of it, and what it takes. */
const NEEDS: readonly [beginning: string, needs: Permission][] = [
  ['/company/redaction', 'redaction.manage'],
  ['/company/small-house', 'roles.approve'],
  ['/company/walls', 'walls.manage'],
];

/** What the company is, for its administrators, and what it hides, for quality and legal too; a part for each address below. */
export function CompanyScreen() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { modulesOff } = useMe();
  const shown = TABS.filter((tab) => !(tab === 'directory' && modulesOff.includes('scim')));
  const mayManage = useMay('company.manage');
  const mayRedact = useMay('redaction.manage');
  const mayApprove = useMay('roles.approve');
  const mayHang = useMay('walls.manage');
  const tabs = (
    <PartTabs
      name={t('company.sections')}
      parts={[
        ...(mayManage ? shown.map((tab) => ({ to: `/company/${tab}`, label: t(`company.${tab}`) })) : []),
        ...(mayHang ? [{ to: '/company/walls', label: t('wall.title') }] : []),
        ...(mayApprove ? [{ to: '/company/small-house', label: t('company.small-house') }] : []),
        ...(mayRedact ? [{ to: '/company/redaction', label: t('redaction.title') }] : []),
      ]}
    />
  );
  const needs = NEEDS.find(([beginning]) => pathname.startsWith(beginning))?.[1] ?? 'company.manage';
  return (
    <AdminPage title={t('company.title')} needs={needs} head={tabs}>
      <Outlet />
    </AdminPage>
  );
}
