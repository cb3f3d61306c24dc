import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SIGNED_CHATS, type ChatAddressInput, type ChatTest, type Language } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';
import { CheckedPost } from '#webhooks';
import { webhooksRefusals } from '#webhooks/rules';
import { notificationsRefusals } from '../refusals.js';
import { ChatAddressRow, ChatHostRow } from './chat-address.entity.js';
import { hostAllowed } from './chat-hosts.rules.js';
import { ChatSecrets } from './chat-secrets.js';
import { ChatSender } from './chat-sender.js';

const TEST_EVERY_MS = 10_000;
const TEST_WORDS = {
  zh: { what: '这是首问的测试消息。', next: '您会在这里收到通知：只有发生了什么和一个链接。' },
  en: {
    what: 'This is a test message of Shouwen.',
    next: 'You will be told here what happened, with a link and no more.',
  },
};

/** A person's own chat, and the hosts that administrators allow. */
@Injectable()
export class ChatAddresses {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly secrets: ChatSecrets,
    private readonly sender: ChatSender,
    private readonly post: CheckedPost,
  ) {}

  /** What waits for an address before goes to this one. @throws DomainError when it is refused */
  async set(personId: string, { format, url, secret }: ChatAddressInput): Promise<void> {
    if (secret !== null && !SIGNED_CHATS.includes(format)) throw notificationsRefusals.chat_secret_unknown();
    const read = URL.canParse(url) ? new URL(url) : null;
    if (!read) throw webhooksRefusals.webhook_not_an_address();
    const { hostname: host, protocol } = read;
    // Before the name is looked up: what that finds would tell which names there are in the company's network.
    if (protocol === 'https:' && !hostAllowed(host, await this.sender.allowedHosts()))
      throw notificationsRefusals.chat_host_not_allowed(host);
    const refusal = await this.post.check(url);
    if (refusal) throw webhooksRefusals[`webhook_${refusal}`]();
    const id = newId();
    const sealed = await this.secrets.seal(id, { url, secret });
    await this.source.transaction(async (tx) => {
      // Two at once, each of which sees no address, would both write theirs.
      await tx.query('select 1 from person where id = $1 for update', [personId]);
      await tx.delete(ChatAddressRow, { personId });
      const row = { id, personId, format, host, signed: secret !== null, ...sealed, setAt: this.clock.now() };
      await tx.insert(ChatAddressRow, row);
      await this.journal.append(tx, 'chat.address_set', { personId, format, host }, { actorPersonId: personId });
    });
  }

  /** What waits goes to the bell. */
  async remove(personId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { affected } = await tx.delete(ChatAddressRow, { personId });
      if (!affected) return;
      await dropWaiting(tx, personId, this.clock.now());
      await this.journal.append(tx, 'chat.address_removed', { personId }, { actorPersonId: personId });
    });
  }

  /** @throws DomainError `chat_address_not_set`, `chat_test_too_soon` */
  async test(personId: string, language: Language, publicUrl: string): Promise<ChatTest> {
    const now = this.clock.now();
    const address = await this.source.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const found = await tx.findOne(ChatAddressRow, { where: { personId }, lock });
      if (!found) throw notificationsRefusals.chat_address_not_set();
      if (found.testedAt && now.getTime() - found.testedAt.getTime() < TEST_EVERY_MS)
        throw notificationsRefusals.chat_test_too_soon();
      await tx.update(ChatAddressRow, found.id, { testedAt: now });
      return found;
    });
    const said = { ...TEST_WORDS[language], link: `${publicUrl.replace(/\/+$/, '')}/account` };
    return this.sender.send(address, said, language, new AbortController().signal);
  }

  /** Addresses at a host that is taken off stay, and get nothing until it is back. */
  async allowHosts(hosts: readonly string[], actorPersonId: string): Promise<void> {
    const wanted = [...new Set(hosts)];
    await this.source.transaction(async (tx) => {
      await tx.query('lock table chat_host in share row exclusive mode');
      const before = (await tx.find(ChatHostRow)).map(({ host }) => host);
      const fresh = wanted.filter((host) => !before.includes(host));
      const gone = before.filter((host) => !wanted.includes(host));
      if (fresh.length + gone.length === 0) return;
      if (gone.length > 0) await tx.delete(ChatHostRow, gone);
      const row = { addedByPersonId: actorPersonId, addedAt: this.clock.now() };
      if (fresh.length > 0)
        await tx.insert(
          ChatHostRow,
          fresh.map((host) => ({ host, ...row })),
        );
      await this.journal.append(tx, 'chat.hosts_changed', { hosts: wanted.length }, { actorPersonId });
    });
  }
}

/** Messages that can go nowhere any more lie under the bell. */
export async function dropWaiting(tx: EntityManager, personId: string, now: Date): Promise<void> {
  await tx.query(
    `with dropped as (update chat_message set state = 'dropped', reason = 'gone', due_at = null, settled_at = $2
       where state = 'waiting' and notification_id in (select id from notification where person_id = $1) returning notification_id)
     update notification set on_bell = true where id in (select notification_id from dropped)`,
    [personId, now],
  );
}
