import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DEVICE_KNOWN_SECONDS, KnownDevices } from '#people';
import { ENV, type Env } from '#platform';
import { deviceCookie, deviceToken } from './session-cookie.js';

/** Keeps a browser in which someone has signed in known, for the account that did. */
@Injectable()
export class DeviceCookies {
  constructor(
    private readonly devices: KnownDevices,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async remember(request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<void> {
    const token = await this.devices.remember(deviceToken(request.headers.cookie), accountId);
    void reply.header('set-cookie', deviceCookie(token, this.env.cookieSecure, DEVICE_KNOWN_SECONDS));
  }
}
