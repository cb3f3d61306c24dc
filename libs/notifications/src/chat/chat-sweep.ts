import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, WorkService } from '#platform';

/** Opens work for chats to which something is due. */
@Injectable()
export class ChatSweep {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly clock: Clock,
  ) {}

  /** @returns for how many none was open */
  async openDue(): Promise<number> {
    const due: { id: string }[] = await this.source.query(
      `select address.id from chat_address address where exists (select 1 from chat_message message
         join notification on notification.id = message.notification_id
         where message.state = 'waiting' and message.due_at <= $1 and notification.person_id = address.person_id)`,
      [this.clock.now()],
    );
    const opened = await Promise.all(due.map(({ id }) => this.work.open(this.source.manager, 'send-chat', id)));
    return opened.filter((id) => id !== null).length;
  }

  /** Chats and choices of people who left or whose account closed: nothing of a person stays that has no use. @returns how many chats */
  async forgetLeavers(): Promise<number> {
    const gone = `not exists (select 1 from person join account on account.person_id = person.id and account.disabled_at is null
      where person.id = told.person_id and person.left_at is null)`;
    const [, count] = await this.source.query<[unknown[], number]>(`delete from chat_address told where ${gone}`);
    await this.source.query(
      `update chat_message message set state = 'dropped', reason = 'gone', due_at = null, settled_at = $1
       from notification where message.state = 'waiting' and notification.id = message.notification_id
         and not exists (select 1 from chat_address where person_id = notification.person_id)`,
      [this.clock.now()],
    );
    await this.source.query(`delete from told_choice told where ${gone}`);
    await this.source.query(`delete from told_setting told where ${gone}`);
    return count;
  }
}
