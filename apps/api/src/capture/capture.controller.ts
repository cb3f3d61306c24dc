import { Controller } from '@nestjs/common';
import { captureRoutes as routes, type CaptureConnection } from '#contracts';
import { Route } from '../routes/route.decorator.js';
import { CaptureQuery } from './capture.query.js';

@Controller()
export class CaptureController {
  constructor(private readonly query: CaptureQuery) {}

  @Route(routes.connection)
  connection(): Promise<CaptureConnection> {
    return this.query.connection();
  }
}
