export { Client, Company, Team } from './organisation.entity.js';
export { PERMISSIONS, permissionsOf, reaches, scopeOf, type HeldRole, type Scope } from './permissions.rules.js';
export { Account, Person, RoleAssignment } from './person.entity.js';
export { Session, SignInDelay } from './session.entity.js';
