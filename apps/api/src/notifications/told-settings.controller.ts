import { Controller, Inject } from '@nestjs/common';
import { toldSettingsRoutes, type ChatHosts, type ChatTest, type ToldSettings } from '#contracts';
import { ChatAddresses, ChatSender, ToldChoices } from '#notifications';
import { type Asker } from '#people';
import { ENV, type Env } from '#platform';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ToldSettingsQuery } from './told-settings.query.js';

/** How a person is told, and never another; and the hosts that administrators allow. */
@Controller()
export class ToldSettingsController {
  constructor(
    private readonly query: ToldSettingsQuery,
    private readonly choices: ToldChoices,
    private readonly chats: ChatAddresses,
    private readonly sender: ChatSender,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(toldSettingsRoutes.read)
  read({ asker }: Asked<typeof toldSettingsRoutes.read>): Promise<ToldSettings> {
    return this.answer(asker);
  }

  @Route(toldSettingsRoutes.choose)
  async choose({ asker, body }: Asked<typeof toldSettingsRoutes.choose>): Promise<ToldSettings> {
    await this.choices.choose(asker.personId, body);
    return this.answer(asker);
  }

  @Route(toldSettingsRoutes.setChat)
  async setChat({ asker, body }: Asked<typeof toldSettingsRoutes.setChat>): Promise<ToldSettings> {
    await this.chats.set(asker.personId, body);
    return this.answer(asker);
  }

  @Route(toldSettingsRoutes.removeChat)
  async removeChat({ asker }: Asked<typeof toldSettingsRoutes.removeChat>): Promise<ToldSettings> {
    await this.chats.remove(asker.personId);
    return this.answer(asker);
  }

  @Route(toldSettingsRoutes.testChat)
  testChat({ asker }: Asked<typeof toldSettingsRoutes.testChat>): Promise<ChatTest> {
    return this.chats.test(asker.personId, asker.language, this.env.publicUrl);
  }

  @Route(toldSettingsRoutes.hosts)
  async hosts(): Promise<ChatHosts> {
    return { hosts: await this.sender.allowedHosts() };
  }

  @Route(toldSettingsRoutes.allowHosts)
  async allowHosts({ asker, body }: Asked<typeof toldSettingsRoutes.allowHosts>): Promise<ChatHosts> {
    await this.chats.allowHosts(body.hosts, asker.personId);
    return this.hosts();
  }

  private answer({ personId, held }: Asker): Promise<ToldSettings> {
    return this.query.of(
      personId,
      held.map(({ role }) => role),
    );
  }
}
