import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, MoreThan, Not, Raw } from 'typeorm';
import { type NewWall } from '#contracts';
import { JournalService } from '#journal';
import { Team } from '#people';
import { Clock, newId } from '#platform';
import { floorRefusals } from '../refusals.js';
import { WallLinkRow } from './wall-link.entity.js';

const DAY_MS = 24 * 3_600_000;
/** Until it is opened, every reader of a link could open it. */
const OPENS_WITHIN_MS = DAY_MS;

/**
 * Links of screens on a wall. An administrator makes one for a team and a device; the first browser that opens it, within a day, is that device,
 * and is given a secret of its own: the link is worth nothing from then on, wherever it was written down. A wall ends with its link, and with its
 * team.
 */
@Injectable()
export class WallLinks {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns the token of the link, which is said this once. @throws DomainError `wall_of_unknown_team` */
  async make({ teamId, device, days }: NewWall, actorPersonId: string): Promise<{ wallId: string; token: string }> {
    const [id, token, madeAt] = [newId(), secret(), this.clock.now()];
    const endsAt = new Date(madeAt.getTime() + days * DAY_MS);
    await this.source.transaction(async (tx) => {
      if (!(await tx.existsBy(Team, { id: teamId, closedAt: IsNull() }))) throw floorRefusals.wall_of_unknown_team();
      const made = { id, teamId, device, linkHash: hashOf(token), madeByPersonId: actorPersonId, madeAt, endsAt };
      await tx.insert(WallLinkRow, made);
      const details = { wallId: id, teamId, endsAt: endsAt.toISOString() };
      await this.journal.append(tx, 'wall.made', details, { actorPersonId });
    });
    return { wallId: id, token };
  }

  /** Makes the browser that shows the link its device. @returns the device's secret. @throws DomainError `wall_link_over` */
  async open(token: string): Promise<{ secret: string; endsAt: Date }> {
    const deviceSecret = secret();
    return this.source.transaction(async (tx) => {
      const now = this.clock.now();
      const where = { linkHash: hashOf(token), ...live(now), ...unopened(now) };
      const link = await tx.findOne(WallLinkRow, { where, lock: { mode: 'pessimistic_write' } });
      if (!link) throw floorRefusals.wall_link_over();
      await tx.update(WallLinkRow, link.id, { deviceHash: hashOf(deviceSecret), openedAt: now });
      await this.journal.append(tx, 'wall.opened', { wallId: link.id, teamId: link.teamId });
      return { secret: deviceSecret, endsAt: link.endsAt };
    });
  }

  /** The link of the device that has this secret, as long as it is in force. */
  async ofDevice(deviceSecret: string): Promise<WallLinkRow | null> {
    return this.source.manager.findOneBy(WallLinkRow, { deviceHash: hashOf(deviceSecret), ...live(this.clock.now()) });
  }

  /** Which of these links are in force, by their ids. */
  async liveAmong(ids: readonly string[]): Promise<Set<string>> {
    const found = await this.source.manager.findBy(WallLinkRow, { id: In([...ids]), ...live(this.clock.now()) });
    return new Set(found.map(({ id }) => id));
  }

  /** Its screen goes dark within seconds. @throws DomainError `wall_not_found` */
  async revoke(id: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const over = { revokedAt: this.clock.now(), revokedByPersonId: actorPersonId };
      const { affected } = await tx.update(WallLinkRow, { id, revokedAt: IsNull() }, over);
      if (affected !== 1) throw floorRefusals.wall_not_found();
      await this.journal.append(tx, 'wall.revoked', { wallId: id }, { actorPersonId });
    });
  }

  /** Those that are in force or can still be opened, the newest first. */
  async current(): Promise<WallLinkRow[]> {
    const now = this.clock.now();
    return this.source.manager.find(WallLinkRow, {
      where: [
        { ...live(now), openedAt: Not(IsNull()) },
        { ...live(now), ...unopened(now) },
      ],
      order: { madeAt: 'DESC', id: 'DESC' },
    });
  }
}

const live = (now: Date) => ({
  revokedAt: IsNull(),
  endsAt: MoreThan(now),
  teamId: Raw((teamId) => `exists (select 1 from team where team.id = ${teamId} and team.closed_at is null)`),
});
const unopened = (now: Date) => ({
  openedAt: IsNull(),
  madeAt: MoreThan(new Date(now.getTime() - OPENS_WITHIN_MS)),
});
const secret = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
