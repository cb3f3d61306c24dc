import { DataSource } from 'typeorm';
import { RoleAssignment } from '#people';
import { type Env } from '#platform';
import { withPeople } from './first-module.js';

/** Whether there is a person who lets others in. */
export function firstAdministratorsState(env: Env): Promise<'none' | 'made'> {
  return withPeople(env, async (app) =>
    (await app.get(DataSource).manager.existsBy(RoleAssignment, { role: 'administrator' })) ? 'made' : 'none',
  );
}
