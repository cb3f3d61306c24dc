import { Controller } from '@nestjs/common';
import { provisioningRoutes, type Provisioning } from '#contracts';
import { Route } from '../routes/route.decorator.js';
import { ProvisioningQuery } from './provisioning.query.js';

/** What the company's directory has sent, for administrators. */
@Controller()
export class ProvisioningController {
  constructor(private readonly query: ProvisioningQuery) {}

  @Route(provisioningRoutes.view)
  view(): Promise<Provisioning> {
    return this.query.view();
  }
}
