import { createBrowserRouter, Navigate } from 'react-router';
import { firstLanguage, speakAll } from './locales/i18n.js';
import { Crashed } from './shell/crashed.js';
import { later, listing, saying } from './shell/later.js';
import { SignedIn } from './shell/signed-in.js';

/** Open to everyone; it says more than the sign-in screen, so that its words are loaded with it. */
async function openAccount() {
  await speakAll(firstLanguage());
  return import('./screens/open-account/open-account-screen.js');
}

/** On the way to the company's identity provider and back. */
async function providerAnswer() {
  await speakAll(firstLanguage());
  return import('./screens/sign-in/provider-answer-screen.js');
}

async function providerAgain() {
  await speakAll(firstLanguage());
  return import('./screens/sign-in/provider-again-screen.js');
}

/** Every address of the web app; a screen is a folder below `screens/` and a line here, or in its `module.tsx`. */
export const router = createBrowserRouter([
  {
    path: '/open-account',
    ...later(openAccount),
    errorElement: <Crashed />,
  },
  {
    path: '/sign-in/callback',
    ...later(providerAnswer),
    errorElement: <Crashed />,
  },
  {
    path: '/sign-in/again',
    ...later(providerAgain),
    errorElement: <Crashed />,
  },
  {
    path: '/wall',
    ...saying(() => import('./screens/wall/wall-screen.js')),
    errorElement: <Crashed />,
  },
  {
    path: '/',
    element: <SignedIn />,
    errorElement: <Crashed />,
    children: [
      // A screen that fails takes neither rail nor top bar with it.
      {
        errorElement: <Crashed />,
        children: [
          { index: true, element: <Navigate to="/home" replace /> },
          { path: 'home', ...later(() => import('./screens/home/home-screen.js')) },
          { path: 'calls', ...listing(later(() => import('./screens/calls/calls-screen.js'))) },
          {
            path: 'calls/unrecorded',
            ...listing(saying(() => import('./screens/unrecorded/unrecorded-screen.js'))),
          },
          { path: 'calls/:callId', ...later(() => import('./screens/call/call-screen.js')) },
          { path: 'my-call', ...listing(saying(() => import('./screens/my-call/my-call-screen.js'))) },
          { path: 'floor', ...listing(saying(() => import('./screens/floor/floor-screen.js'))) },
          { path: 'search', ...saying(() => import('./screens/search/search-screen.js')) },
          { path: 'completeness', ...saying(() => import('./screens/completeness/completeness-screen.js')) },
          { path: 'disputes', ...later(() => import('./screens/disputes/disputes-screen.js')) },
          { path: 'corrections', ...saying(() => import('./screens/corrections/corrections-screen.js')) },
          { path: 'coaching', ...saying(() => import('./screens/coaching/coaching-screen.js')) },
          { path: 'coaching/:sessionId', ...saying(() => import('./screens/coaching/session-screen.js')) },
          { path: 'calibrations', ...saying(() => import('./screens/calibrations/calibrations-screen.js')) },
          {
            path: 'calibrations/:calibrationId',
            ...saying(() => import('./screens/calibrations/calibration-screen.js')),
          },
          { path: 'best-calls', ...saying(() => import('./screens/best-calls/best-calls-screen.js')) },
          { path: 'reports', ...listing(saying(() => import('./screens/reports/reports-screen.js'))) },
          { path: 'reports/mail', ...saying(() => import('./screens/reports/mail/report-mail-screen.js')) },
          {
            path: 'reports/mail/:subscriptionId',
            ...saying(() => import('./screens/reports/mail/mailed-report-screen.js')),
          },
          { path: 'review', ...saying(() => import('./screens/review/review-screen.js')) },
          { path: 'sampling', ...listing(saying(() => import('./screens/sampling/sampling-screen.js'))) },
          { path: 'sampling/:planId', ...saying(() => import('./screens/sampling/plan-screen.js')) },
          { path: 'sampling/:planId/draws/:drawId', ...saying(() => import('./screens/sampling/draw-screen.js')) },
          { path: 'back-tests/:runId', ...saying(() => import('./screens/back-tests/back-test-screen.js')) },
          { path: 'checklists', ...saying(() => import('./screens/checklists/checklists-screen.js')) },
          { path: 'checklists/:checklistId', ...saying(() => import('./screens/checklists/checklist-screen.js')) },
          {
            path: 'checklist-library',
            ...saying(() => import('./screens/checklists/library/library-screen.js')),
          },
          {
            path: 'checklist-library/:entry',
            ...saying(() => import('./screens/checklists/library/library-entry-screen.js')),
          },
          { path: 'processing', ...listing(saying(() => import('./screens/processing/processing-screen.js'))) },
          { path: 'integrations', ...saying(() => import('./screens/integrations/integrations-screen.js')) },
          {
            path: 'company',
            ...saying(() => import('./screens/company/company-screen.js')),
            children: [
              { index: true, element: <Navigate to="/company/profile" replace /> },
              { path: 'profile', ...saying(() => import('./screens/company/profile-part.js')) },
              { path: 'calendar', ...saying(() => import('./screens/company/calendar-part.js')) },
              { path: 'clients', ...saying(() => import('./screens/company/clients-part.js')) },
              { path: 'sign-in', ...saying(() => import('./screens/company/sign-in-part.js')) },
              { path: 'small-house', ...saying(() => import('./screens/company/small-house-part.js')) },
              { path: 'directory', ...saying(() => import('./screens/company/provisioning-part.js')) },
              { path: 'notice', ...saying(() => import('./screens/company/notice-part.js')) },
              { path: 'walls', ...saying(() => import('./screens/company/walls-part.js')) },
              { path: 'redaction', ...saying(() => import('./screens/company/redaction-part.js')) },
            ],
          },
          { path: 'people', ...listing(saying(() => import('./screens/people/people-screen.js'))) },
          { path: 'people/import', ...saying(() => import('./screens/people/staff-import-screen.js')) },
          { path: 'people/:personId', ...saying(() => import('./screens/people/person-screen.js')) },
          { path: 'role-proposals', ...saying(() => import('./screens/people/proposals-screen.js')) },
          { path: 'telephony', ...listing(saying(() => import('./screens/telephony/telephony-screen.js'))) },
          { path: 'telephony/sources', ...saying(() => import('./screens/telephony/sources-screen.js')) },
          { path: 'telephony/sources/:sourceId', ...saying(() => import('./screens/telephony/source-screen.js')) },
          { path: 'telephony/capture', ...saying(() => import('./screens/telephony/connection-screen.js')) },
          { path: 'telephony/preview', ...saying(() => import('./screens/telephony/preview-screen.js')) },
          { path: 'legal', element: <Navigate to="/legal/requests" replace /> },
          { path: 'legal/requests', ...saying(() => import('./screens/legal/requests-screen.js')) },
          { path: 'legal/requests/new', ...saying(() => import('./screens/legal/new-request-screen.js')) },
          { path: 'legal/requests/:requestId', ...saying(() => import('./screens/legal/request-screen.js')) },
          { path: 'legal/cases', ...saying(() => import('./screens/legal/cases-screen.js')) },
          { path: 'legal/grants', ...saying(() => import('./screens/legal/grants-screen.js')) },
          { path: 'holds', ...saying(() => import('./screens/holds/holds-screen.js')) },
          { path: 'holds/new', ...saying(() => import('./screens/holds/new-hold-screen.js')) },
          { path: 'holds/:holdId', ...saying(() => import('./screens/holds/hold-screen.js')) },
          { path: 'retention', element: <Navigate to="/retention/schedule" replace /> },
          { path: 'retention/schedule', ...saying(() => import('./screens/retention/schedule-screen.js')) },
          { path: 'retention/destruction', ...saying(() => import('./screens/retention/destruction-screen.js')) },
          { path: 'retention/consent', ...saying(() => import('./screens/consent-rules/consent-rules-screen.js')) },
          {
            path: 'retention/certificates',
            ...listing(saying(() => import('./screens/retention/certificates-screen.js'))),
          },
          {
            path: 'retention/certificates/:number',
            ...saying(() => import('./screens/retention/certificate-screen.js')),
          },
          { path: 'data-requests', ...saying(() => import('./screens/data-requests/data-requests-screen.js')) },
          { path: 'data-requests/new', ...saying(() => import('./screens/data-requests/new-data-request-screen.js')) },
          {
            path: 'data-requests/:requestId',
            ...saying(() => import('./screens/data-requests/data-request-screen.js')),
          },
          { path: 'legal/exports', ...saying(() => import('./screens/legal/exports-screen.js')) },
          { path: 'journal', ...saying(() => import('./screens/audit/journal-screen.js')) },
          { path: 'access', element: <Navigate to="/access/used" replace /> },
          { path: 'access/used', ...saying(() => import('./screens/audit/access-screen.js')) },
          { path: 'access/open', ...saying(() => import('./screens/audit/open-grants-screen.js')) },
          { path: 'access/corrections', ...saying(() => import('./screens/audit/past-corrections-screen.js')) },
          { path: 'access/unusual', ...saying(() => import('./screens/audit/unusual-screen.js')) },
          { path: 'promises', ...later(() => import('./screens/promises/promises-screen.js')) },
          { path: 'trust', ...saying(() => import('./screens/trust/trust-screen.js')) },
          { path: 'upload', ...saying(() => import('./screens/upload/upload-screen.js')) },
          { path: 'account', ...saying(() => import('./screens/account/account-screen.js')) },
          { path: 'help', element: <Navigate to="/help/mine" replace /> },
          { path: 'help/:page', ...saying(() => import('./screens/help/help-screen.js')) },
          { path: 'tokens', ...saying(() => import('./screens/account/all-tokens-screen.js')) },
          { path: '*', ...later(() => import('./shell/module-screen.js')) },
        ],
      },
    ],
  },
]);
