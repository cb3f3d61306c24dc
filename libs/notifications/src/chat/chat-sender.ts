import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ChatReason } from '#contracts';
import { Clock } from '#platform';
import { CheckedPost, type ReadAnswer } from '#webhooks';
import { type Said } from '../words/mail-words.rules.js';
import { type ChatAddressRow } from './chat-address.entity.js';
import { chatPost, readChatAnswer } from './chat-formats.rules.js';
import { hostAllowed } from './chat-hosts.rules.js';
import { ChatSecrets } from './chat-secrets.js';

/** What became of one try. */
export interface ChatOutcome {
  reason: ChatReason | null;
  chatCode: string | null;
}

const OPEN = { zh: '打开首问', en: 'Open Shouwen' };

/** Sends one message to a chat, if administrators still allow its host and it still lies outside the house. */
@Injectable()
export class ChatSender {
  constructor(
    private readonly source: DataSource,
    private readonly post: CheckedPost,
    private readonly secrets: ChatSecrets,
    private readonly clock: Clock,
  ) {}

  async allowedHosts(): Promise<string[]> {
    const rows: { host: string }[] = await this.source.query('select host from chat_host order by host');
    return rows.map(({ host }) => host);
  }

  /** @throws only when `signal` falls */
  async send(address: ChatAddressRow, said: Said, language: 'zh' | 'en', signal: AbortSignal): Promise<ChatOutcome> {
    if (!hostAllowed(address.host, await this.allowedHosts())) return { reason: 'host_not_allowed', chatCode: null };
    const target = await this.secrets.open(address);
    const { url, body } = chatPost(address.format, { ...target, said, open: OPEN[language] }, this.clock.now());
    return outcomeOf(address, await this.post.post(url, body, signal));
  }
}

function outcomeOf({ format }: ChatAddressRow, { outcome, status, text }: ReadAnswer): ChatOutcome {
  if (status !== null) return readChatAnswer(format, status, text);
  if (outcome === 'address_refused') return { reason: 'address_refused', chatCode: null };
  return { reason: outcome === 'tls_failed' ? 'not_encrypted' : 'unreachable', chatCode: null };
}
