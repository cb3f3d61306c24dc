import {
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
  DiffOutlined,
  ExperimentOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FileProtectOutlined,
  HomeOutlined,
  HourglassOutlined,
  IdcardOutlined,
  KeyOutlined,
  LockOutlined,
  MailOutlined,
  PhoneOutlined,
  ReadOutlined,
  RiseOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SolutionOutlined,
  StarOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { Permission } from '#contracts';
import type { ParseKeys } from 'i18next';
import { useMe } from '../data/session.js';
import { MODULE_SCREENS, type ModuleIcon } from './modules.js';
import { entriesFor, placed } from './rail.rules.js';

export interface Entry {
  to: string;
  word: ParseKeys;
  icon: typeof UnorderedListOutlined;
  /** Left out: everyone has it. */
  needs?: Permission;
  unless?: Permission;
  module?: string;
  after?: string;
}

const ENTRIES: readonly Entry[] = [
  { to: '/home', word: 'shell.home', icon: HomeOutlined },
  { to: '/floor', word: 'shell.floor', icon: TeamOutlined, needs: 'floor.read' },
  // People who lead a team see its calls on the floor.
  {
    to: '/my-call',
    word: 'shell.myCall',
    icon: PhoneOutlined,
    needs: 'live_calls.control',
    unless: 'floor.read',
  },
  { to: '/journal', word: 'audit.journal', icon: ReadOutlined, needs: 'journal.read' },
  { to: '/access', word: 'audit.access', icon: EyeOutlined, needs: 'journal.read' },
  { to: '/calls', word: 'shell.calls', icon: UnorderedListOutlined, needs: 'calls.read' },
  { to: '/search', word: 'shell.search', icon: SearchOutlined, needs: 'transcripts.read' },
  { to: '/review', word: 'shell.review', icon: AuditOutlined, needs: 'scorecards.judge' },
  { to: '/sampling', word: 'shell.sampling', icon: ExperimentOutlined, needs: 'sampling.read' },
  { to: '/calibrations', word: 'shell.calibrations', icon: AimOutlined, needs: 'scorecards.judge' },
  { to: '/disputes', word: 'shell.disputes', icon: CommentOutlined, needs: 'disputes.read' },
  { to: '/coaching', word: 'shell.coaching', icon: RiseOutlined, needs: 'coaching.read' },
  { to: '/best-calls', word: 'shell.bestCalls', icon: StarOutlined, needs: 'best_calls.read' },
  { to: '/reports', word: 'shell.reports', icon: BarChartOutlined, needs: 'reports.read' },
  { to: '/promises', word: 'shell.promises', icon: CarryOutOutlined, needs: 'commitments.answer' },
  { to: '/legal', word: 'shell.legal', icon: FileProtectOutlined, needs: 'legal.read' },
  // Holds name cases and persons: not for people who only run the installation.
  { to: '/holds', word: 'shell.holds', icon: LockOutlined, needs: 'legal.read' },
  { to: '/data-requests', word: 'shell.dataRequests', icon: SolutionOutlined, needs: 'data_requests.read' },
  { to: '/checklists', word: 'shell.checklists', icon: CheckSquareOutlined, needs: 'checklists.read' },
  { to: '/upload', word: 'shell.upload', icon: CloudUploadOutlined, needs: 'calls.ingest' },
  { to: '/processing', word: 'shell.processing', icon: DashboardOutlined, needs: 'processing.read' },
  { to: '/completeness', word: 'shell.completeness', icon: DiffOutlined, needs: 'completeness.read' },
  { to: '/retention', word: 'shell.retention', icon: HourglassOutlined, needs: 'retention.read' },
  // For people who send reports and see none.
  {
    to: '/reports/mail',
    word: 'shell.reportMail',
    icon: MailOutlined,
    needs: 'reports.send',
    unless: 'reports.read',
  },
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
];

/** From which a module chooses. */
const ICONS: Record<ModuleIcon, typeof UnorderedListOutlined> = {
  book: ReadOutlined,
  identity: IdcardOutlined,
  key: KeyOutlined,
  phone: PhoneOutlined,
  safety: SafetyCertificateOutlined,
  star: StarOutlined,
  team: TeamOutlined,
};

const OF_MODULES = MODULE_SCREENS.map(({ name: module, entry }): Entry => ({
  ...entry,
  module,
  icon: ICONS[entry.icon],
}));

/** The screens that this account may use. */
export const useEntries = (): Entry[] => entriesFor(placed(ENTRIES, OF_MODULES), useMe());
