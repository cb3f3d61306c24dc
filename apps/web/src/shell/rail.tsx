import {
  BulbOutlined,
  AimOutlined,
  CheckSquareOutlined,
  CommentOutlined,
  CloudUploadOutlined,
  ApiOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  EllipsisOutlined,
  ExperimentOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FileProtectOutlined,
  HomeOutlined,
  HourglassOutlined,
  KeyOutlined,
  LockOutlined,
  MailOutlined,
  PhoneOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SolutionOutlined,
  StarOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { Permission } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPath, NavLink, useLocation } from 'react-router';
import { Drawer } from '../components/opened/drawer.js';
import { Seal } from '../components/seal.js';
import { useMe } from '../data/session.js';
import { LegalBadge } from './legal-badge.js';
import { PromisesBadge } from './promises-badge.js';

const ENTRIES = [
  { to: '/home', word: 'shell.home', icon: HomeOutlined },
  { to: '/journal', word: 'audit.journal', icon: ReadOutlined, needs: 'journal.read' },
  { to: '/access', word: 'audit.access', icon: EyeOutlined, needs: 'journal.read' },
  { to: '/calls', word: 'shell.calls', icon: UnorderedListOutlined, needs: 'calls.read' },
  { to: '/search', word: 'shell.search', icon: SearchOutlined, needs: 'transcripts.read' },
  { to: '/review', word: 'shell.review', icon: AuditOutlined, needs: 'scorecards.judge' },
  { to: '/sampling', word: 'shell.sampling', icon: ExperimentOutlined, needs: 'sampling.read' },
  { to: '/calibrations', word: 'shell.calibrations', icon: AimOutlined, needs: 'scorecards.judge' },
  { to: '/disputes', word: 'shell.disputes', icon: CommentOutlined, needs: 'disputes.read' },
  { to: '/coaching', word: 'shell.coaching', icon: BulbOutlined, needs: 'coaching.read' },
  { to: '/best-calls', word: 'shell.bestCalls', icon: StarOutlined, needs: 'best_calls.read' },
  { to: '/reports', word: 'shell.reports', icon: BarChartOutlined, needs: 'reports.read' },
  // For people who send reports and see none.
  {
    to: '/reports/mail',
    word: 'shell.reportMail',
    icon: MailOutlined,
    needs: 'reports.send',
    unless: 'reports.read',
  },
  { to: '/promises', word: 'shell.promises', icon: CarryOutOutlined, needs: 'commitments.answer' },
  { to: '/legal', word: 'shell.legal', icon: FileProtectOutlined, needs: 'legal.read' },
  // Holds name cases and persons: not for people who only run the installation.
  { to: '/holds', word: 'shell.holds', icon: LockOutlined, needs: 'legal.read' },
  { to: '/data-requests', word: 'shell.dataRequests', icon: SolutionOutlined, needs: 'data_requests.read' },
  { to: '/checklists', word: 'shell.checklists', icon: CheckSquareOutlined, needs: 'checklists.read' },
  { to: '/upload', word: 'shell.upload', icon: CloudUploadOutlined, needs: 'calls.ingest' },
  { to: '/processing', word: 'shell.processing', icon: DashboardOutlined, needs: 'processing.read' },
  { to: '/retention', word: 'shell.retention', icon: HourglassOutlined, needs: 'retention.read' },
  { to: '/integrations', word: 'shell.integrations', icon: ApiOutlined, needs: 'webhooks.manage' },
  { to: '/tokens', word: 'shell.tokens', icon: KeyOutlined, needs: 'tokens.manage' },
  { to: '/people', word: 'shell.people', icon: TeamOutlined, needs: 'people.manage' },
  { to: '/role-proposals', word: 'shell.roleProposals', icon: SafetyCertificateOutlined, needs: 'roles.approve' },
  { to: '/company', word: 'shell.company', icon: BankOutlined, needs: 'company.manage' },
  // For people who have no other part of the company's page to reach it from.
  {
    to: '/company/redaction',
    word: 'shell.redaction',
    icon: EyeInvisibleOutlined,
    needs: 'redaction.manage',
    unless: 'company.manage',
  },
  { to: '/telephony', word: 'shell.telephony', icon: PhoneOutlined, needs: 'company.manage' },
] as const satisfies readonly {
  to: string;
  word: string;
  icon: typeof UnorderedListOutlined;
  /** Left out: everyone has it. */
  needs?: Permission;
  unless?: Permission;
}[];

type Entry = (typeof ENTRIES)[number];

/** What the bar of a phone holds (guide §12): a fifth place is for "More", or for the only other entry. */
const IN_BAR = 4;

/** The screens this account may use; the others are absent, not grey. On a phone the first four, and the rest under "More". */
export function Rail() {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const entries = ENTRIES.filter(
    (entry) =>
      (!('needs' in entry) || permissions.includes(entry.needs)) &&
      !('unless' in entry && permissions.includes(entry.unless)),
  );
  const folded = entries.length > IN_BAR + 1 ? entries.slice(IN_BAR) : [];
  return (
    <nav className={folded.length > 0 ? 'rail rail-folding' : 'rail'} aria-label={t('shell.mainNavigation')}>
      <div className="rail-seal">
        <Seal />
      </div>
      {entries.map((entry) => (
        <EntryLink key={entry.to} entry={entry} />
      ))}
      {folded.length > 0 && <More entries={folded} />}
    </nav>
  );
}

function EntryLink({ entry: { to, word, icon: Icon }, onClick }: { entry: Entry; onClick?: () => void }) {
  const { t } = useTranslation();
  return (
    <NavLink to={to} onClick={onClick}>
      <Icon aria-hidden />
      <span>{t(word)}</span>
      {to === '/promises' && <PromisesBadge word={t(word)} />}
      {to === '/legal' && <LegalBadge word={t(word)} />}
    </NavLink>
  );
}

/** The button is marked, and says so, while one of its own entries is on the screen. */
function More({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const current = entries.find(({ to }) => matchPath({ path: to, end: false }, pathname));
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className={current ? 'plain rail-more active' : 'plain rail-more'}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={current && t('shell.moreWithPage', { page: t(current.word) })}
        onClick={() => setOpen(true)}
      >
        <EllipsisOutlined aria-hidden />
        <span>{t('shell.more')}</span>
      </button>
      <Drawer open={open} onClose={close} placement="bottom" size="auto" title={t('shell.more')} destroyOnHidden>
        <nav className="rail-rest" aria-label={t('shell.more')}>
          {entries.map((entry) => (
            <EntryLink key={entry.to} entry={entry} onClick={close} />
          ))}
        </nav>
      </Drawer>
    </>
  );
}
