import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { AbsenceEndings } from './absences/absence-endings.js';
import { AbsenceService } from './absences/absence.service.js';
import { AbsenceTimes } from './absences/absence-times.js';
import { ActingService } from './absences/acting.service.js';
import { AddressesService } from './addresses/addresses.service.js';
import { CalendarService } from './calendar/calendar.service.js';
import { CompanyService } from './company.service.js';
import { ExtensionMapService } from './extensions/extension-map.service.js';
import { QueueTeams } from './queues/queue-teams.service.js';
import { InvitationService } from './invitations/invitation.service.js';
import { OpenAccountService, OpenCredentials } from './invitations/open-account.service.js';
import { LocksService } from './locks/locks.service.js';
import { NoticeService } from './notice/notice.service.js';
import { PeopleService } from './people.service.js';
import { DirectoryRefusals } from './provisioning/directory-refusals.service.js';
import { ProvisionedGroups } from './provisioning/provisioned-groups.service.js';
import { ProvisionedPeople } from './provisioning/provisioned-people.service.js';
import { RoleProposalService } from './roles/role-proposal.service.js';
import { AccountService } from './sign-in/account.service.js';
import { KnownDevices } from './sign-in/devices/known-devices.service.js';
import { PasswordService } from './sign-in/password.service.js';
import { ProofService } from './sign-in/proof.service.js';
import { EnrolmentService } from './sign-in/second-factor/enrolment.service.js';
import { LostFactorService } from './lost-factor/lost-factor.service.js';
import { SecondFactorService } from './sign-in/second-factor/second-factor.service.js';
import { LinksService } from './sign-in/links/links.service.js';
import { AskedAgain, AskedAgainEffects } from './provider/asked-again.service.js';
import { AttemptSweep } from './provider/attempt-sweep.service.js';
import { GroupRolesService } from './provider/group-roles.service.js';
import { IdentityProvider } from './provider/identity-provider.service.js';
import { ProviderAttempts } from './provider/provider-attempts.service.js';
import { ProviderEffects, ProviderSignInService } from './provider/provider-sign-in.service.js';
import { UnlinkService } from './provider/unlink.service.js';
import { PasskeyChallenges } from './sign-in/passkeys/passkey-challenges.service.js';
import { PasskeysService } from './sign-in/passkeys/passkeys.service.js';
import { PasskeySignInService } from './passkeys/passkey-sign-in.service.js';
import { SignInPolicyService } from './sign-in-policy/sign-in-policy.service.js';
import { SignInRules } from './sign-in/policy/sign-in-rules.service.js';
import { SessionService } from './sign-in/session.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { StepUpService } from './sign-in/step-up.service.js';
import { ServiceTokens } from './sign-in/tokens/service-tokens.service.js';
import { TokenService } from './sign-in/tokens/token.service.js';
import { SignInTurns } from './sign-in/turns.service.js';
import { WaysIn } from './sign-in/ways-in.js';
import { StaffBookReader } from './staff/staff-book.js';
import { StaffExportService } from './staff/staff-export.service.js';
import { StaffImportService } from './staff/staff-import.service.js';
import { StaffEndings, StaffService } from './staff/staff.service.js';
import { StaffWriter } from './staff/staff-writer.js';
import { SmallHouseService } from './small-house-periods/small-house.service.js';
import { SmallHouseTimes } from './small-house-periods/small-house-times.js';
import { SuspensionService } from './suspension/suspension.service.js';
import { TeamsService } from './teams/teams.service.js';

/** The people who sign in, and what they sign in with. */
const SIGN_IN = [
  ...[KnownDevices, SignInRules, SignInPolicyService, SignInTurns, ProofService, SecondFactorService],
  ...[AccountService, EnrolmentService, StepUpService, ServiceTokens, TokenService, WaysIn, LinksService],
  AddressesService,
  ...[PasskeyChallenges, PasskeysService, PasskeySignInService],
  ...[IdentityProvider, ProviderAttempts, GroupRolesService, ProviderEffects, ProviderSignInService, UnlinkService],
  ...[AskedAgain, AskedAgainEffects, AttemptSweep],
];

/** The company as an administrator keeps it. */
const COMPANY = [
  ...[CalendarService, TeamsService, ExtensionMapService, QueueTeams],
  ...[StaffService, StaffEndings, StaffImportService, StaffExportService, StaffBookReader, StaffWriter],
  ...[RoleProposalService, InvitationService, OpenAccountService, OpenCredentials],
  ...[SuspensionService, LostFactorService, LocksService, ProvisionedPeople, ProvisionedGroups, DirectoryRefusals],
  ...[SmallHouseService, SmallHouseTimes],
  ...[AbsenceService, AbsenceEndings, AbsenceTimes, ActingService],
];

@Module({
  imports: [JournalModule],
  providers: [
    CompanyService,
    NoticeService,
    PeopleService,
    PasswordService,
    SessionService,
    SignInService,
    ...SIGN_IN,
    ...COMPANY,
  ],
  exports: [
    CompanyService,
    NoticeService,
    PeopleService,
    PasswordService,
    SessionService,
    SignInService,
    ...SIGN_IN,
    ...COMPANY,
  ],
})
export class PeopleModule {}
