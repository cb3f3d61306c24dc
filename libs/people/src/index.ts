export * from './rules.js';
export { Absence } from './absences/absence.entity.js';
export { AbsenceService, toldNow } from './absences/absence.service.js';
export { AbsenceTimes } from './absences/absence-times.js';
export { ABSENT_ROLES, actingOf, countsAs, IN_FORCE, placeOf, type ActingRow } from './acting/acting.js';
export { ActingService } from './absences/acting.service.js';
export { DecidedVersion } from './decided-version.js';
export { DecidedVersions, type DecidedKind } from './decided-versions.js';
export { companyLanguage } from './company-language.js';
export { CompanyService } from './company.service.js';
export { CalendarDay, CalendarPeriod } from './calendar/calendar.entity.js';
export { CalendarService } from './calendar/calendar.service.js';
export { QueueTeams, QueueTeam } from './queues/queue-teams.service.js';
export { ExtensionMapService, ExtensionAssignment, type WithinTeams } from './extensions/extension-map.service.js';
export { Invitation } from './invitations/invitation.entity.js';
export { InvitationService, type InvitationGiven } from './invitations/invitation.service.js';
export { OpenAccountService } from './invitations/open-account.service.js';
export { AccountUnlock } from './locks/account-unlock.entity.js';
export { LocksService } from './locks/locks.service.js';
export { lockedUntil } from './sign-in/turns.service.js';
export { NoticeAcknowledgement, RecordingNotice } from './notice/notice.entity.js';
export { NoticeService } from './notice/notice.service.js';
export { Client, Company, CompanyProfileVersion, Team } from './organisation.entity.js';
export { PeopleModule } from './people.module.js';
export { PeopleService, type NewAccount, type RoleToGive } from './people.service.js';
export { assertHeld, assertHeldForAll, heldNow } from './rights-in-force.js';
export { RoleProposalService, type Decider } from './roles/role-proposal.service.js';
export { RoleProposal } from './roles/role-proposal.entity.js';
export { Account, Person, RoleAssignment } from './person.entity.js';
export { GroupRole } from './provider/group-role.entity.js';
export { GroupRolesService } from './provider/group-roles.service.js';
export { IdentityProvider } from './provider/identity-provider.service.js';
export { ProviderAttempt } from './provider/provider-attempt.entity.js';
export { ATTEMPT_MS } from './provider/provider-attempts.service.js';
export { ProviderSignInService, type Departure } from './provider/provider-sign-in.service.js';
export { UnlinkService } from './provider/unlink.service.js';
export { IdentityLink } from './sign-in/links/identity-link.entity.js';
export { LinksService } from './sign-in/links/links.service.js';
export { PasskeySignInService } from './passkeys/passkey-sign-in.service.js';
export { Passkey, PasskeyChallenge } from './sign-in/passkeys/passkey.entity.js';
export { PasskeysService } from './sign-in/passkeys/passkeys.service.js';
export { SignInPolicyService, SignInPolicyRow } from './sign-in-policy/sign-in-policy.service.js';
export { SECOND_FACTOR_DUE } from './sign-in/policy/second-factor-due.js';
export { SignInRules } from './sign-in/policy/sign-in-rules.service.js';
export { Session, SignInDelay } from './session.entity.js';
export { type Asker } from './sign-in/asker.js';
export { assertFreshProof } from './sign-in/fresh-proof.js';
export { AddressesService } from './addresses/addresses.service.js';
export { EmailProof } from './addresses/email-proof.entity.js';
export { DEVICE_KNOWN_SECONDS, KnownDevices, KnownDevice } from './sign-in/devices/known-devices.service.js';
export { AccountService } from './sign-in/account.service.js';
export { RecoveryCode, SecondFactor } from './sign-in/second-factor/second-factor.entity.js';
export { EnrolmentService } from './sign-in/second-factor/enrolment.service.js';
export { LostFactorService } from './lost-factor/lost-factor.service.js';
export { AttemptSweep } from './provider/attempt-sweep.service.js';
export {
  ASKED_EVERY_MS,
  AskedAgain,
  PROVIDER_ATTEMPT_KEYS,
  PROVIDER_TOKEN_KEYS,
} from './provider/asked-again.service.js';
export { ProviderToken } from './provider/provider-token.entity.js';
export { SECOND_FACTOR_SECRETS, SecondFactorService } from './sign-in/second-factor/second-factor.service.js';
export { StepUpService } from './sign-in/step-up.service.js';
export { ApiToken } from './sign-in/tokens/api-token.entity.js';
export { ServiceToken } from './sign-in/tokens/service-token.entity.js';
export { ServiceTokens } from './sign-in/tokens/service-tokens.service.js';
export { TokenService } from './sign-in/tokens/token.service.js';
export { PasswordService } from './sign-in/password.service.js';
export { SessionService, listsStay } from './sign-in/session.service.js';
export { SignInService, type Credentials, type SignIn } from './sign-in/sign-in.service.js';
export { areOfOnePerson, assertTwoPeople, isSmallHouse, needsADay, versionsOfOnePerson } from './small-house/eyes.js';
export { rightsOfOneAreOver, SmallHouseTimes } from './small-house-periods/small-house-times.js';
export { SmallHouseService } from './small-house-periods/small-house.service.js';
export { SmallHousePeriod } from './small-house/small-house-period.entity.js';
export { StaffExportService } from './staff/staff-export.service.js';
export { StaffImportService } from './staff/staff-import.service.js';
export { StaffService } from './staff/staff.service.js';
export { RoleSuspension } from './suspension/role-suspension.entity.js';
export { SuspensionService } from './suspension/suspension.service.js';
export { MAX_TABLE_BYTES } from './tables/read-table.js';
export { TeamsService } from './teams/teams.service.js';
export { type PeopleFilter, type PersonField } from './provisioning/people-filter.rules.js';
export { type GroupMeaning } from './provisioning/group-meaning.rules.js';
export { DirectoryRefusals } from './provisioning/directory-refusals.service.js';
export { ProvisionedGroups, type ProvisionedGroup } from './provisioning/provisioned-groups.service.js';
export {
  ProvisionedPeople,
  type NameParts,
  type ProvisionedPerson,
  type Provisioner,
} from './provisioning/provisioned-people.service.js';
