import type { Permission } from '#contracts';
import type { ParseKeys } from 'i18next';
import { useMe } from '../data/session.js';
import { MODULE_SCREENS } from './modules.js';
import type * as ICONS from './rail-icons.js';
import { entriesFor, placed } from './rail.rules.js';

export interface Entry {
  to: string;
  word: ParseKeys;
  icon: keyof typeof ICONS;
  needs?: Permission | undefined;
  unless?: Permission | undefined;
  module?: string;
  after?: string;
}

type InRail = readonly [to: string, word: ParseKeys, icon: keyof typeof ICONS, needs?: Permission, unless?: Permission];

/** The places of screens in the rail, in their order. Without a permission everyone has it. */
const RAIL: readonly InRail[] = [
  ['/home', 'shell.home', 'HomeOutlined'],
  ['/floor', 'shell.floor', 'TeamOutlined', 'floor.read'],
  // People who lead a team see its calls on the floor.
  ['/my-call', 'shell.myCall', 'PhoneOutlined', 'live_calls.control', 'floor.read'],
  ['/journal', 'audit.journal', 'ReadOutlined', 'journal.read'],
  ['/access', 'audit.access', 'EyeOutlined', 'journal.read'],
  ['/calls', 'shell.calls', 'UnorderedListOutlined', 'calls.read'],
  ['/search', 'shell.search', 'SearchOutlined', 'transcripts.read'],
  ['/review', 'shell.review', 'AuditOutlined', 'scorecards.judge'],
  ['/sampling', 'shell.sampling', 'ExperimentOutlined', 'sampling.read'],
  ['/calibrations', 'shell.calibrations', 'AimOutlined', 'scorecards.judge'],
  ['/disputes', 'shell.disputes', 'CommentOutlined', 'disputes.read'],
  ['/coaching', 'shell.coaching', 'RiseOutlined', 'coaching.read'],
  ['/best-calls', 'shell.bestCalls', 'StarOutlined', 'best_calls.read'],
  ['/reports', 'shell.reports', 'BarChartOutlined', 'reports.read'],
  ['/promises', 'shell.promises', 'CarryOutOutlined', 'commitments.answer'],
  ['/legal', 'shell.legal', 'FileProtectOutlined', 'legal.read'],
  // Holds name cases and persons: not for people who only run the installation.
  ['/holds', 'shell.holds', 'LockOutlined', 'legal.read'],
  ['/data-requests', 'shell.dataRequests', 'SolutionOutlined', 'data_requests.read'],
  ['/checklists', 'shell.checklists', 'CheckSquareOutlined', 'checklists.read'],
  ['/upload', 'shell.upload', 'CloudUploadOutlined', 'calls.ingest'],
  ['/processing', 'shell.processing', 'DashboardOutlined', 'processing.read'],
  ['/completeness', 'shell.completeness', 'DiffOutlined', 'completeness.read'],
  ['/retention', 'shell.retention', 'HourglassOutlined', 'retention.read'],
  // For people who send reports and see none.
  ['/reports/mail', 'shell.reportMail', 'MailOutlined', 'reports.send', 'reports.read'],
  ['/integrations', 'shell.integrations', 'ApiOutlined', 'webhooks.manage'],
  ['/tokens', 'shell.tokens', 'KeyOutlined', 'tokens.manage'],
  ['/people', 'shell.people', 'TeamOutlined', 'people.manage'],
  ['/role-proposals', 'shell.roleProposals', 'SafetyCertificateOutlined', 'roles.approve'],
  ['/company', 'shell.company', 'BankOutlined', 'company.manage'],
  // For people who have no other part of the company's page to reach it from.
  ['/company/redaction', 'shell.redaction', 'EyeInvisibleOutlined', 'redaction.manage', 'company.manage'],
  ['/telephony', 'shell.telephony', 'PhoneOutlined', 'company.manage'],
];

const ENTRIES = RAIL.map(([to, word, icon, needs, unless]): Entry => ({ to, word, icon, needs, unless }));
const OF_MODULES = MODULE_SCREENS.map(({ name: module, entry }): Entry => ({ ...entry, module }));

/** The screens that this account may use. */
export const useEntries = (): Entry[] => entriesFor(placed(ENTRIES, OF_MODULES), useMe());
