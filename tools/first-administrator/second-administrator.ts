import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import {
  companyLanguage,
  InvitationService,
  PeopleService,
  Person,
  RoleAssignment,
  type InvitationGiven,
} from '#people';
import { Clock, newId, type Env } from '#platform';
import { withPeople } from './first-module.js';

const HOLDERS = `select distinct held.person_id as "personId" from role_in_force held
  where held.role = 'administrator' and held.team_id is null and held.client_id is null`;

/**
 * One more administrator where one is alone, as when a small house of one grew: no role could be approved any more (decision 112).
 * @param words staff number, user name, and a name in one language or in Chinese and English
 * @throws Error where there is another already, or none, and where the words cannot be used
 */
export function makeSecondAdministrator(env: Env, words: string): Promise<InvitationGiven> {
  const [staffNumber = '', username = '', zh = '', en = zh, ...more] = words.split(/[,，]/).map((part) => part.trim());
  if (!staffNumber || !username || !zh || !en || more.length > 0)
    throw new Error(`--second "${words}": it must be staff number, user name, and one name or two`);
  return withPeople(env, (app) =>
    app.get(DataSource).transaction(async (tx) => {
      const [people, invitations] = [app.get(PeopleService), app.get(InvitationService)];
      await tx.query('select pg_advisory_xact_lock(7305)');
      const holders: { personId: string }[] = await tx.query(HOLDERS);
      const [alone] = holders;
      if (!alone || holders.length > 1) throw new NotAlone();
      const { teamId } = await tx.findOneByOrFail(Person, { id: alone.personId });
      const personId = await people.createPerson(tx, { staffNumber, name: { zh, en }, teamId });
      const account = { personId, username: username.toLowerCase() };
      // In the language of the company, else of the administrator whom they join.
      const language = await companyLanguage(tx, alone.personId);
      const { id: accountId } = await invitations.createAccount(tx, { ...account, language }, null);
      const whole = { role: 'administrator' as const, teamId: null, clientId: null };
      const given = { grantedByPersonId: null, approvedByPersonId: null, createdAt: app.get(Clock).now() };
      await tx.insert(RoleAssignment, { id: newId(), accountId, personId, ...whole, ...given });
      await app.get(JournalService).append(tx, 'role.granted', { accountId, ...whole, approvedBy: null }, {});
      return invitations.giveAtSetUp(tx, accountId);
    }),
  );
}

/** The command makes a second administrator, never a third: from two on they make others themselves. */
export class NotAlone extends Error {
  constructor() {
    super(
      '只有在恰有一位管理员时才能用本命令增加一位，没有改动任何内容。\n' +
        'This adds one administrator only where there is exactly one; nothing was changed.',
    );
  }
}
