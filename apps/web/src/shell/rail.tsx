import {
  CloudUploadOutlined,
  ApiOutlined,
  BankOutlined,
  DashboardOutlined,
  KeyOutlined,
  PhoneOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { Permission } from '#contracts';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Seal } from '../components/seal.js';
import { useMe } from '../data/session.js';

const ENTRIES = [
  { to: '/calls', word: 'shell.calls', icon: UnorderedListOutlined, needs: 'calls.read' },
  { to: '/upload', word: 'shell.upload', icon: CloudUploadOutlined, needs: 'calls.ingest' },
  { to: '/processing', word: 'shell.processing', icon: DashboardOutlined, needs: 'processing.read' },
  { to: '/integrations', word: 'shell.integrations', icon: ApiOutlined, needs: 'webhooks.manage' },
  { to: '/tokens', word: 'shell.tokens', icon: KeyOutlined, needs: 'tokens.manage' },
  { to: '/people', word: 'shell.people', icon: TeamOutlined, needs: 'people.manage' },
  { to: '/role-proposals', word: 'shell.roleProposals', icon: SafetyCertificateOutlined, needs: 'roles.approve' },
  { to: '/company', word: 'shell.company', icon: BankOutlined, needs: 'company.manage' },
  { to: '/telephony', word: 'shell.telephony', icon: PhoneOutlined, needs: 'company.manage' },
] as const satisfies readonly { to: string; word: string; icon: typeof UnorderedListOutlined; needs: Permission }[];

/** The screens this account may use; the others are absent, not grey. */
export function Rail() {
  const { t } = useTranslation();
  const { permissions } = useMe();
  return (
    <nav className="rail" aria-label={t('shell.mainNavigation')}>
      <div className="rail-seal">
        <Seal />
      </div>
      {ENTRIES.filter((entry) => permissions.includes(entry.needs)).map(({ to, word, icon: Icon }) => (
        <NavLink key={to} to={to}>
          <Icon />
          <span>{t(word)}</span>
        </NavLink>
      ))}
    </nav>
  );
}
