import { Module } from '@nestjs/common';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsQuery } from './notifications.query.js';
import { ToldSettingsController } from './told-settings.controller.js';
import { ToldSettingsQuery } from './told-settings.query.js';

/** What people are told of, on their screens, and how they want to be told. */
@Module({
  imports: [NotificationsModule, PeopleModule],
  controllers: [NotificationsController, ToldSettingsController],
  providers: [NotificationsQuery, ToldSettingsQuery],
})
export class NotificationsApiModule {}
