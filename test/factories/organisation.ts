import { type DataSource } from 'typeorm';
import { type CompanyProfile } from '#contracts';
import { Client, Company, Person, Team } from '#people';
import { newId } from '#platform';

export const PROFILE = {
  names: { zh: ['北风公司'], en: ['Northwind'] },
  departments: { zh: ['客服部'], en: ['Customer Care'] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
} satisfies CompanyProfile;

export interface Organisation {
  teamA: string;
  teamB: string;
  /** Two people without accounts who can give and approve roles. */
  first: string;
  second: string;
}

/** A company with one client, two teams and the two people that four-eyes rules need. */
export async function buildOrganisation(source: DataSource): Promise<Organisation> {
  const [clientId, teamA, teamB] = [newId(), newId(), newId()];
  await source.manager.insert(Company, { id: 1, profile: PROFILE });
  await source.manager.insert(Client, { id: clientId, nameZh: '北风', nameEn: 'Northwind' });
  await source.manager.insert(Team, [
    { id: teamA, clientId, nameZh: '一组', nameEn: 'Team A' },
    { id: teamB, clientId, nameZh: '二组', nameEn: 'Team B' },
  ]);
  const first = await buildPerson(source, { teamId: teamA });
  const second = await buildPerson(source, { teamId: teamB });
  return { teamA, teamB, first, second };
}

let people = 0;

export async function buildPerson(source: DataSource, { teamId }: { teamId: string }): Promise<string> {
  const id = newId();
  const number = ++people;
  await source.manager.insert(Person, {
    id,
    staffNumber: `S${String(number).padStart(4, '0')}`,
    nameZh: `员工${number}`,
    nameEn: `Person ${number}`,
    teamId,
  });
  return id;
}
