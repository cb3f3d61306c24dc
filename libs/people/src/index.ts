export * from './rules.js';
export { CompanyService } from './company.service.js';
export { CalendarDay, CalendarPeriod } from './calendar/calendar.entity.js';
export { CalendarService } from './calendar/calendar.service.js';
export { ExtensionAssignment } from './extensions/extension.entity.js';
export { ExtensionMapService, type WithinTeams } from './extensions/extension-map.service.js';
export { Invitation } from './invitations/invitation.entity.js';
export { InvitationService, type InvitationGiven } from './invitations/invitation.service.js';
export { OpenAccountService } from './invitations/open-account.service.js';
export { NoticeAcknowledgement, RecordingNotice } from './notice/notice.entity.js';
export { NoticeService } from './notice/notice.service.js';
export { Client, Company, CompanyProfileVersion, Team } from './organisation.entity.js';
export { PeopleModule } from './people.module.js';
export { PeopleService, type NewAccount, type RoleToGive } from './people.service.js';
export { assertHeld, assertHeldForAll, heldNow } from './roles/rights-in-force.js';
export { RoleProposalService, type Decider } from './roles/role-proposal.service.js';
export { RoleProposal } from './roles/role-proposal.entity.js';
export { Account, Person, RoleAssignment } from './person.entity.js';
export { Session, SignInDelay } from './session.entity.js';
export { type Asker } from './sign-in/asker.js';
export { AccountService } from './sign-in/account.service.js';
export { RecoveryCode, SecondFactor } from './sign-in/second-factor/second-factor.entity.js';
export { EnrolmentService } from './sign-in/second-factor/enrolment.service.js';
export { LostFactorService } from './lost-factor/lost-factor.service.js';
export { SECOND_FACTOR_SECRETS, SecondFactorService } from './sign-in/second-factor/second-factor.service.js';
export { StepUpService } from './sign-in/step-up.service.js';
export { ApiToken } from './sign-in/tokens/api-token.entity.js';
export { TokenService } from './sign-in/tokens/token.service.js';
export { PasswordService } from './sign-in/password.service.js';
export { SESSION_IDLE_MS, SessionService } from './sign-in/session.service.js';
export { SignInService, type Credentials, type SignIn } from './sign-in/sign-in.service.js';
export { StaffExportService } from './staff/staff-export.service.js';
export { StaffImportService } from './staff/staff-import.service.js';
export { StaffService } from './staff/staff.service.js';
export { RoleSuspension } from './suspension/role-suspension.entity.js';
export { SuspensionService } from './suspension/suspension.service.js';
export { MAX_TABLE_BYTES } from './tables/read-table.js';
export { TeamsService } from './teams/teams.service.js';
export { type GroupMeaning } from './provisioning/group-meaning.rules.js';
export { ProvisionedGroups, type ProvisionedGroup } from './provisioning/provisioned-groups.service.js';
export {
  ProvisionedPeople,
  type ProvisionedPerson,
  type Provisioner,
} from './provisioning/provisioned-people.service.js';
