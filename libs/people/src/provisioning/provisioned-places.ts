import { IsNull, type EntityManager } from 'typeorm';
import { type JournalService } from '#journal';
import { newId } from '#platform';
import { Client, Team } from '../organisation.entity.js';
import { type Place } from './group-meaning.rules.js';

/** Teams and clients that are open, with the names that a directory may call them by. */
export async function openPlaces(tx: EntityManager): Promise<{ teams: Place[]; clients: Place[] }> {
  const place = ({ id, nameZh, nameEn }: Client | Team): Place => ({ id, names: [...new Set([nameZh, nameEn])] });
  const [teams, clients] = [
    await tx.findBy(Team, { closedAt: IsNull() }),
    await tx.findBy(Client, { closedAt: IsNull() }),
  ];
  return { teams: teams.map(place), clients: clients.map(place) };
}

const NOT_PLACED = { nameZh: '待分班组', nameEn: 'Not placed yet' };

/**
 * Where people wait whose team the directory does not name: a team of a client of its own, so that no supervisor of another team sees them and
 * no calls are theirs. It is made with the first of them.
 */
export async function waitingPlace(tx: EntityManager, journal: JournalService, actorPersonId: string): Promise<string> {
  const there = await tx.findOneBy(Team, { nameEn: NOT_PLACED.nameEn, closedAt: IsNull() });
  if (there) return there.id;
  const [clientId, teamId] = [newId(), newId()];
  await tx.insert(Client, { id: clientId, ...NOT_PLACED });
  await tx.insert(Team, { id: teamId, clientId, ...NOT_PLACED });
  await journal.append(tx, 'client.created', { clientId }, { actorPersonId });
  await journal.append(tx, 'team.created', { teamId, clientId }, { actorPersonId });
  return teamId;
}

/** Provisioning writes one at a time: what a directory sends at once must not overtake itself. */
export const lockProvisioning = (tx: EntityManager): Promise<unknown> => tx.query('select pg_advisory_xact_lock(7398)');
