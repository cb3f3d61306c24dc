import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsQuery } from './notifications.query.js';

/** What people are told of, on their screens. */
@Module({ controllers: [NotificationsController], providers: [NotificationsQuery] })
export class NotificationsApiModule {}
