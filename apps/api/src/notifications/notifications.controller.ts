import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import {
  notificationListSchema,
  notificationQuerySchema,
  notificationsReadSchema,
  type NotificationList,
} from '#contracts';
import { type Asker } from '#people';
import { Access } from '../access/access.decorator.js';
import { CurrentAsker } from '../access/asker.decorator.js';
import { NoContent } from '../openapi/no-content.js';
import { NotificationsQuery } from './notifications.query.js';

class NotificationListDto extends createZodDto(notificationListSchema) {}
class NotificationQueryDto extends createZodDto(notificationQuerySchema) {}
class NotificationsReadDto extends createZodDto(notificationsReadSchema) {}

/** What a person is told; nobody else’s is ever found here. */
@ApiTags('notifications')
@Controller('api/v1/notifications')
export class NotificationsController {
  constructor(private readonly query: NotificationsQuery) {}

  @ApiOperation({ summary: 'What one is told, the newest first, and how much of it is unread' })
  @Get()
  @Access({ signedIn: true })
  @ZodResponse({ status: 200, type: NotificationListDto })
  list(@CurrentAsker() asker: Asker, @Query() query: NotificationQueryDto): Promise<NotificationList> {
    return this.query.list(asker.personId, query);
  }

  @ApiOperation({ summary: 'Marks what one was told as read: some of it, or all that came until now' })
  @Post('read')
  @Access({ signedIn: true })
  @NoContent()
  async read(@CurrentAsker() asker: Asker, @Body() { notificationIds }: NotificationsReadDto): Promise<void> {
    await this.query.read(asker.personId, notificationIds ?? null);
  }
}
