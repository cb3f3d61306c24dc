import { Controller } from '@nestjs/common';
import { notificationsRoutes, type NotificationList } from '#contracts';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { NotificationsQuery } from './notifications.query.js';

/** A person's own notifications, and never another's. */
@Controller()
export class NotificationsController {
  constructor(private readonly query: NotificationsQuery) {}

  @Route(notificationsRoutes.list)
  list({ asker, query }: Asked<typeof notificationsRoutes.list>): Promise<NotificationList> {
    return this.query.list(asker.personId, query);
  }

  @Route(notificationsRoutes.read)
  async read({ asker, body: { notificationIds } }: Asked<typeof notificationsRoutes.read>): Promise<void> {
    await this.query.read(asker.personId, notificationIds ?? null);
  }
}
