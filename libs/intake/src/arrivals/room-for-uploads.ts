import { Inject, Injectable } from '@nestjs/common';
import { ENV, lookAtDisks, type Env, platformRefusals } from '#platform';

/** Looks for room before anything of an upload is taken. */
@Injectable()
export class RoomForUploads {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** @param coming bytes, as the request says. @throws DomainError `disk_full` */
  async assert(coming: number): Promise<void> {
    const disks = await lookAtDisks(this.env, Number.isSafeInteger(coming) ? coming : 0);
    if (disks.some(({ refuses, state }) => refuses && state === 'full')) throw platformRefusals.disk_full();
  }
}
