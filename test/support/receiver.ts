import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { RECEIVER_CERTIFICATE, RECEIVER_KEY } from '../fixtures/receiver-test-certificate.js';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Reply = (response: ServerResponse, received: Received) => void;

export const accept: Reply = (response) => response.writeHead(204).end();
export const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Reply =>
  (response) =>
    response.writeHead(status, headers).end(body);

/** A customer's server that webhooks are sent to: keeps what came and answers as told. */
export class Receiver {
  readonly received: Received[] = [];
  reply: Reply = accept;
  private readonly server;
  private waiting: (() => void)[] = [];

  constructor(private readonly protocol: 'http' | 'https' = 'http') {
    const listener: Parameters<typeof createServer>[1] = (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const received = { path: request.url ?? '', headers: request.headers, body };
        this.received.push(received);
        this.reply(response, received);
        this.waiting.splice(0).forEach((wake) => wake());
      });
    };
    this.server =
      protocol === 'http'
        ? createServer(listener)
        : createSecureServer({ cert: RECEIVER_CERTIFICATE, key: RECEIVER_KEY }, listener);
  }

  async listen(port = 0): Promise<this> {
    await new Promise<void>((listening) => this.server.listen(port, '127.0.0.1', listening));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  url(host = '127.0.0.1'): string {
    return `${this.protocol}://${host}:${this.port}/hooks`;
  }

  /** Waits for a delivery that fits, those that have come included. */
  async until(fits: (received: Received[]) => boolean): Promise<void> {
    while (!fits(this.received)) await new Promise<void>((wake) => this.waiting.push(wake));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
