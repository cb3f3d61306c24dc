import { lazy, Suspense, type ComponentType } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Waiting } from './components/admin-page.js';
import { AccountScreen } from './screens/account/account-screen.js';
import { BackTestScreen } from './screens/back-tests/back-test-screen.js';
import { AllTokensScreen } from './screens/account/all-tokens-screen.js';
import { CallScreen } from './screens/call/call-screen.js';
import { CallsScreen } from './screens/calls/calls-screen.js';
import { CalendarPart } from './screens/company/calendar-part.js';
import { ClientsPart } from './screens/company/clients-part.js';
import { ChecklistsScreen } from './screens/checklists/checklists-screen.js';
import { CompanyScreen } from './screens/company/company-screen.js';
import { NoticePart } from './screens/company/notice-part.js';
import { ProfilePart } from './screens/company/profile-part.js';
import { RedactionPart } from './screens/company/redaction-part.js';
import { IntegrationsScreen } from './screens/integrations/integrations-screen.js';
import { OpenAccountScreen } from './screens/open-account/open-account-screen.js';
import { PeopleScreen } from './screens/people/people-screen.js';
import { PersonScreen } from './screens/people/person-screen.js';
import { ProposalsScreen } from './screens/people/proposals-screen.js';
import { StaffImportScreen } from './screens/people/staff-import-screen.js';
import { ProcessingScreen } from './screens/processing/processing-screen.js';
import { ReviewScreen } from './screens/review/review-screen.js';
import { SearchScreen } from './screens/search/search-screen.js';
import { TelephonyScreen } from './screens/telephony/telephony-screen.js';
import { DataRequestScreen } from './screens/data-requests/data-request-screen.js';
import { DataRequestsScreen } from './screens/data-requests/data-requests-screen.js';
import { NewDataRequestScreen } from './screens/data-requests/new-data-request-screen.js';
import { HoldScreen } from './screens/holds/hold-screen.js';
import { HoldsScreen } from './screens/holds/holds-screen.js';
import { NewHoldScreen } from './screens/holds/new-hold-screen.js';
import { CertificateScreen } from './screens/retention/certificate-screen.js';
import { CertificatesScreen } from './screens/retention/certificates-screen.js';
import { DestructionScreen } from './screens/retention/destruction-screen.js';
import { ScheduleScreen } from './screens/retention/schedule-screen.js';
import { AccessScreen } from './screens/audit/access-screen.js';
import { JournalScreen } from './screens/audit/journal-screen.js';
import { OpenGrantsScreen } from './screens/audit/open-grants-screen.js';
import { UnusualScreen } from './screens/audit/unusual-screen.js';
import { CasesScreen } from './screens/legal/cases-screen.js';
import { GrantsScreen } from './screens/legal/grants-screen.js';
import { ExportsScreen } from './screens/legal/exports-screen.js';
import { NewRequestScreen } from './screens/legal/new-request-screen.js';
import { RequestScreen } from './screens/legal/request-screen.js';
import { RequestsScreen } from './screens/legal/requests-screen.js';
import { PromisesScreen } from './screens/promises/promises-screen.js';
import { UploadScreen } from './screens/upload/upload-screen.js';
import { useMe } from './data/session.js';
import { Crashed } from './shell/crashed.js';
import { landingOf } from './shell/landing.rules.js';
import { NotFound } from './shell/not-found.js';
import { SignedIn } from './shell/signed-in.js';

/** The editor brings a YAML reader with it: whoever never edits a checklist does not wait for it. */
const ChecklistScreen = lazy(async () => ({
  default: (await import('./screens/checklists/checklist-screen.js')).ChecklistScreen,
}));

function Later({ of: Screen }: { of: ComponentType }) {
  return (
    <Suspense fallback={<Waiting />}>
      <Screen />
    </Suspense>
  );
}

function Landing() {
  return <Navigate to={landingOf(useMe().permissions)} replace />;
}

/** Every address of the web app; a screen is a folder below `screens/` and a line here. */
export const router = createBrowserRouter([
  { path: '/open-account', element: <OpenAccountScreen />, errorElement: <Crashed /> },
  {
    path: '/',
    element: <SignedIn />,
    errorElement: <Crashed />,
    children: [
      // A screen that fails takes neither rail nor top bar with it.
      {
        errorElement: <Crashed />,
        children: [
          { index: true, element: <Landing /> },
          { path: 'calls', element: <CallsScreen /> },
          { path: 'calls/:callId', element: <CallScreen /> },
          { path: 'search', element: <SearchScreen /> },
          { path: 'review', element: <ReviewScreen /> },
          { path: 'back-tests/:runId', element: <BackTestScreen /> },
          { path: 'checklists', element: <ChecklistsScreen /> },
          { path: 'checklists/:checklistId', element: <Later of={ChecklistScreen} /> },
          { path: 'processing', element: <ProcessingScreen /> },
          { path: 'integrations', element: <IntegrationsScreen /> },
          {
            path: 'company',
            element: <CompanyScreen />,
            children: [
              { index: true, element: <Navigate to="/company/profile" replace /> },
              { path: 'profile', element: <ProfilePart /> },
              { path: 'calendar', element: <CalendarPart /> },
              { path: 'clients', element: <ClientsPart /> },
              { path: 'notice', element: <NoticePart /> },
              { path: 'redaction', element: <RedactionPart /> },
            ],
          },
          { path: 'people', element: <PeopleScreen /> },
          { path: 'people/import', element: <StaffImportScreen /> },
          { path: 'people/:personId', element: <PersonScreen /> },
          { path: 'role-proposals', element: <ProposalsScreen /> },
          { path: 'telephony', element: <TelephonyScreen /> },
          { path: 'legal', element: <Navigate to="/legal/requests" replace /> },
          { path: 'legal/requests', element: <RequestsScreen /> },
          { path: 'legal/requests/new', element: <NewRequestScreen /> },
          { path: 'legal/requests/:requestId', element: <RequestScreen /> },
          { path: 'legal/cases', element: <CasesScreen /> },
          { path: 'legal/grants', element: <GrantsScreen /> },
          { path: 'holds', element: <HoldsScreen /> },
          { path: 'holds/new', element: <NewHoldScreen /> },
          { path: 'holds/:holdId', element: <HoldScreen /> },
          { path: 'retention', element: <Navigate to="/retention/schedule" replace /> },
          { path: 'retention/schedule', element: <ScheduleScreen /> },
          { path: 'retention/destruction', element: <DestructionScreen /> },
          { path: 'retention/certificates', element: <CertificatesScreen /> },
          { path: 'retention/certificates/:number', element: <CertificateScreen /> },
          { path: 'data-requests', element: <DataRequestsScreen /> },
          { path: 'data-requests/new', element: <NewDataRequestScreen /> },
          { path: 'data-requests/:requestId', element: <DataRequestScreen /> },
          { path: 'legal/exports', element: <ExportsScreen /> },
          { path: 'journal', element: <JournalScreen /> },
          { path: 'access', element: <Navigate to="/access/used" replace /> },
          { path: 'access/used', element: <AccessScreen /> },
          { path: 'access/open', element: <OpenGrantsScreen /> },
          { path: 'access/unusual', element: <UnusualScreen /> },
          { path: 'promises', element: <PromisesScreen /> },
          { path: 'upload', element: <UploadScreen /> },
          { path: 'account', element: <AccountScreen /> },
          { path: 'tokens', element: <AllTokensScreen /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
