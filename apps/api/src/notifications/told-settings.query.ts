import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DEFAULT_DIGEST_HOUR,
  DEFAULT_WAYS,
  withoutModules,
  type ChatAddress,
  type Role,
  type ToldChoice,
  type ToldSettings,
} from '#contracts';
import { modulesOff } from '#modules';
import { ChatSender, kindsToldTo, mustBeTold, noticeOf, ToldChoiceRow, ToldSettingRow, TOPICS } from '#notifications';
import { CompanyService } from '#people';
import { ENV, type Env } from '#platform';

type AddressRow = Omit<ChatAddress, 'setAt' | 'lastSentAt' | 'failingSince'> &
  Record<'setAt', Date> &
  Record<'lastSentAt' | 'failingSince', Date | null>;

const inBoth = ([zh, en]: readonly [string, string]) => ({ zh, en });

/** Of what a person may be told, on which ways, when, and how their chat fares. */
@Injectable()
export class ToldSettingsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly chats: ChatSender,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async of(personId: string, roles: readonly Role[]): Promise<ToldSettings> {
    const { manager } = this.source;
    const [choices, setting, { timeZone }, hosts, address, mail] = await Promise.all([
      manager.findBy(ToldChoiceRow, { personId }),
      manager.findOneBy(ToldSettingRow, { personId }),
      this.company.profile(),
      this.chats.allowedHosts(),
      this.address(personId),
      this.mailAddress(personId),
    ]);
    const off = withoutModules(modulesOff(this.env.modulesOff), ({ events }) => Object.keys(events));
    const quiet =
      setting?.quietFrom && setting.quietUntil ? { from: setting.quietFrom, until: setting.quietUntil } : null;
    return {
      kinds: kindsToldTo(roles, off).map((kind) => {
        const chosen: Omit<ToldChoice, 'kind'> = choices.find((one) => one.kind === kind) ?? DEFAULT_WAYS;
        const { bell, mail, chat } = chosen;
        const { topic, setting: name } = noticeOf(kind);
        return { kind, bell, mail, chat, must: mustBeTold(kind), topic: inBoth(TOPICS[topic]), name: inBoth(name) };
      }),
      quiet,
      digest: setting?.digest ?? 'at_once',
      digestHour: setting?.digestHour ?? DEFAULT_DIGEST_HOUR,
      timeZone,
      mail: { set: this.env.mail !== undefined, address: mail },
      chat: { hosts, address },
    };
  }

  private async mailAddress(personId: string): Promise<string | null> {
    const [row]: { email: string | null }[] = await this.source.query('select email from person where id = $1', [
      personId,
    ]);
    return row?.email ?? null;
  }

  private async address(personId: string): Promise<ChatAddress | null> {
    const [row]: AddressRow[] = await this.source.query(
      `select format, host, signed, set_at as "setAt", last_sent_at as "lastSentAt", failing_since as "failingSince",
         last_reason as "lastReason", chat_code as "chatCode",
         (select count(*)::int from chat_message message join notification on notification.id = message.notification_id
          where message.state = 'waiting' and notification.person_id = address.person_id) as waiting
       from chat_address address where person_id = $1`,
      [personId],
    );
    if (!row) return null;
    const { setAt, lastSentAt, failingSince } = row;
    return {
      ...row,
      setAt: setAt.toISOString(),
      lastSentAt: lastSentAt?.toISOString() ?? null,
      failingSince: failingSince?.toISOString() ?? null,
    };
  }
}
