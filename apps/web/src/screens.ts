import type { Permission } from '#contracts';
import type { ParseKeys } from 'i18next';
import type { Load } from './shell/later.js';
import type * as icons from './shell/rail-icons.js';

interface About {
  /** The page of the help that tells of it, and of the addresses below it that have none of their own. */
  help?: string;
  /** It shows a list without a word of a call, and may go on doing so after the idle time. */
  lists?: true;
  /** Its words are those of the shell; the others' come with them (`locales/zh/later.ts`). */
  early?: true;
  /** The rows whose addresses begin with its own are drawn within it. */
  parts?: true;
}

/** An address, and the screen that is there or the address that it leads to. */
type Row = readonly [path: string, screen: Load | string, about?: About];

/** Every screen of the house behind the sign-in; those of modules are in their `module.tsx`. */
export const SCREENS: readonly Row[] = [
  ['home', () => import('./screens/home/home-screen.js'), { help: 'begin-the-day', early: true }],
  ['calls', () => import('./screens/calls/calls-screen.js'), { help: 'find-calls', lists: true, early: true }],
  [
    'calls/unrecorded',
    () => import('./screens/unrecorded/unrecorded-screen.js'),
    { help: 'follow-a-call', lists: true },
  ],
  ['calls/:callId', () => import('./screens/call/call-screen.js'), { help: 'read-a-score', early: true }],
  ['my-call', () => import('./screens/my-call/my-call-screen.js'), { help: 'consent-and-pause', lists: true }],
  ['floor', () => import('./screens/floor/floor-screen.js'), { help: 'watch-the-floor', lists: true }],
  ['search', () => import('./screens/search/search-screen.js'), { help: 'search-what-was-said' }],
  ['completeness', () => import('./screens/completeness/completeness-screen.js'), { help: 'find-gaps' }],
  ['disputes', () => import('./screens/disputes/disputes-screen.js'), { help: 'contest-a-score', early: true }],
  ['corrections', () => import('./screens/corrections/corrections-screen.js'), { help: 'correct-a-call' }],
  ['coaching', () => import('./screens/coaching/coaching-screen.js'), { help: 'coach' }],
  ['coaching/:sessionId', () => import('./screens/coaching/session-screen.js')],
  ['calibrations', () => import('./screens/calibrations/calibrations-screen.js'), { help: 'calibrate-reviewers' }],
  ['calibrations/:calibrationId', () => import('./screens/calibrations/calibration-screen.js')],
  ['best-calls', () => import('./screens/best-calls/best-calls-screen.js'), { help: 'best-calls' }],
  ['reports', () => import('./screens/reports/reports-screen.js'), { help: 'read-reports', lists: true }],
  ['reports/mail', () => import('./screens/reports/mail/report-mail-screen.js'), { help: 'read-reports#s4' }],
  ['reports/mail/:subscriptionId', () => import('./screens/reports/mail/mailed-report-screen.js')],
  ['review', () => import('./screens/review/review-screen.js'), { help: 'replay-and-back-test#s2' }],
  ['sampling', () => import('./screens/sampling/sampling-screen.js'), { help: 'sample-calls', lists: true }],
  ['sampling/:planId', () => import('./screens/sampling/plan-screen.js')],
  ['sampling/:planId/draws/:drawId', () => import('./screens/sampling/draw-screen.js')],
  ['back-tests/:runId', () => import('./screens/back-tests/back-test-screen.js'), { help: 'replay-and-back-test#s4' }],
  ['checklists', () => import('./screens/checklists/checklists-screen.js'), { help: 'write-a-checklist' }],
  ['checklists/:checklistId', () => import('./screens/checklists/checklist-screen.js')],
  [
    'checklist-library',
    () => import('./screens/checklists/library/library-screen.js'),
    { help: 'write-a-checklist#s5' },
  ],
  ['checklist-library/:entry', () => import('./screens/checklists/library/library-entry-screen.js')],
  ['processing', () => import('./screens/processing/processing-screen.js'), { lists: true }],
  ['integrations', () => import('./screens/integrations/integrations-screen.js'), { help: 'receive-webhooks' }],
  ['company', () => import('./screens/company/company-screen.js'), { help: 'keep-the-company', parts: true }],
  ['company/', '/company/profile'],
  ['company/profile', () => import('./screens/company/profile-part.js')],
  ['company/calendar', () => import('./screens/company/calendar-part.js')],
  ['company/clients', () => import('./screens/company/clients-part.js')],
  ['company/sign-in', () => import('./screens/company/sign-in-part.js'), { help: 'sign-in-rules' }],
  ['company/small-house', () => import('./screens/company/small-house-part.js'), { help: 'small-house' }],
  ['company/directory', () => import('./screens/company/provisioning-part.js'), { help: 'provision-people' }],
  ['company/notice', () => import('./screens/company/notice-part.js')],
  ['company/walls', () => import('./screens/company/walls-part.js'), { help: 'watch-the-floor#s3' }],
  ['company/redaction', () => import('./screens/company/redaction-part.js'), { help: 'redaction' }],
  ['people', () => import('./screens/people/people-screen.js'), { help: 'keep-the-company', lists: true }],
  ['people/import', () => import('./screens/people/staff-import-screen.js')],
  ['people/:personId', () => import('./screens/people/person-screen.js')],
  ['role-proposals', () => import('./screens/people/proposals-screen.js'), { help: 'keep-the-company' }],
  ['telephony', () => import('./screens/telephony/telephony-screen.js'), { help: 'keep-the-company', lists: true }],
  ['telephony/sources', () => import('./screens/telephony/sources-screen.js'), { help: 'watch-a-folder' }],
  ['telephony/sources/:sourceId', () => import('./screens/telephony/source-screen.js')],
  ['telephony/capture', () => import('./screens/telephony/connection-screen.js')],
  ['telephony/preview', () => import('./screens/telephony/preview-screen.js'), { help: 'watch-a-folder' }],
  ['legal', '/legal/requests', { help: 'legal-requests' }],
  ['legal/requests', () => import('./screens/legal/requests-screen.js')],
  ['legal/requests/new', () => import('./screens/legal/new-request-screen.js')],
  ['legal/requests/:requestId', () => import('./screens/legal/request-screen.js')],
  ['legal/cases', () => import('./screens/legal/cases-screen.js')],
  ['legal/grants', () => import('./screens/legal/grants-screen.js'), { help: 'standing-grants' }],
  ['legal/exports', () => import('./screens/legal/exports-screen.js'), { help: 'evidence-export' }],
  ['holds', () => import('./screens/holds/holds-screen.js'), { help: 'place-a-hold' }],
  ['holds/new', () => import('./screens/holds/new-hold-screen.js')],
  ['holds/:holdId', () => import('./screens/holds/hold-screen.js')],
  ['retention', '/retention/schedule', { help: 'retention' }],
  ['retention/schedule', () => import('./screens/retention/schedule-screen.js')],
  ['retention/destruction', () => import('./screens/retention/destruction-screen.js')],
  ['retention/consent', () => import('./screens/consent-rules/consent-rules-screen.js'), { help: 'consent-rules' }],
  ['retention/certificates', () => import('./screens/retention/certificates-screen.js'), { lists: true }],
  ['retention/certificates/:number', () => import('./screens/retention/certificate-screen.js')],
  ['data-requests', () => import('./screens/data-requests/data-requests-screen.js'), { help: 'retention#s5' }],
  ['data-requests/new', () => import('./screens/data-requests/new-data-request-screen.js')],
  ['data-requests/:requestId', () => import('./screens/data-requests/data-request-screen.js')],
  ['journal', () => import('./screens/audit/journal-screen.js'), { help: 'audit' }],
  ['access', '/access/used', { help: 'audit' }],
  ['access/used', () => import('./screens/audit/access-screen.js')],
  ['access/open', () => import('./screens/audit/open-grants-screen.js')],
  ['access/corrections', () => import('./screens/audit/past-corrections-screen.js')],
  ['access/unusual', () => import('./screens/audit/unusual-screen.js')],
  ['promises', () => import('./screens/promises/promises-screen.js'), { help: 'keep-promises', early: true }],
  ['trust', () => import('./screens/trust/trust-screen.js'), { help: 'trust-items' }],
  ['upload', () => import('./screens/upload/upload-screen.js'), { help: 'upload-a-folder' }],
  ['account', () => import('./screens/account/account-screen.js'), { help: 'choose-how-you-are-told' }],
  ['help', '/help/mine'],
  ['help/:page', () => import('./screens/help/help-screen.js')],
  ['tokens', () => import('./screens/account/all-tokens-screen.js'), { help: 'use-the-api' }],
];

type InRail = readonly [to: string, word: ParseKeys, icon: keyof typeof icons, needs?: Permission, unless?: Permission];

/** Its places in the rail, in their order. Without a permission everyone has it. */
export const RAIL: readonly InRail[] = [
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

/** The page that tells of a screen: of the rows whose addresses begin as its own does, the longest one's. */
export function pageOfScreen(
  path: string,
  ofModules: readonly (readonly [to: string, page: string])[] = [],
): string | null {
  const fitting = [...PAGES, ...ofModules].filter(([beginning]) => path.startsWith(beginning));
  return fitting.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? null;
}

const PAGES = SCREENS.flatMap(([path, , { help } = {}]) => (help ? [[`/${path.split(':')[0]}`, help] as const] : []));

/** Every page to which the help leads from a screen. */
export const pagesOfScreens = (): string[] => PAGES.map(([, page]) => page);
