import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { ENV, type Env } from '#platform';
import { DeliveryQuery } from './deliveries/delivery.query.js';
import { DeliverySweep } from './deliveries/delivery-sweep.js';
import { DeliveryTry } from './deliveries/delivery-try.js';
import { DrainService } from './deliveries/drain.service.js';
import { ReplayService } from './deliveries/replay.service.js';
import { CheckedPost } from './sending/checked-post.js';
import { WebhookSender } from './sending/webhook-sender.js';
import { EndpointQuery } from './endpoints/endpoint.query.js';
import { EndpointSecrets } from './endpoints/endpoint-secrets.js';
import { EndpointService } from './endpoints/endpoint.service.js';
import { AddressRanges } from './target/address-ranges.js';

const sender = {
  provide: WebhookSender,
  useFactory: ({ webhookAllowRanges }: Env) => new WebhookSender({ allowed: new AddressRanges(webhookAllowRanges) }),
  inject: [ENV],
};

const checkedPost = {
  provide: CheckedPost,
  useFactory: ({ webhookAllowRanges }: Env) => new CheckedPost({ allowed: new AddressRanges(webhookAllowRanges) }),
  inject: [ENV],
};

@Module({
  imports: [JournalModule],
  providers: [
    ...[sender, checkedPost, EndpointSecrets, EndpointService, EndpointQuery],
    ...[DeliveryTry, DrainService, DeliverySweep, DeliveryQuery, ReplayService],
  ],
  exports: [EndpointService, EndpointQuery, DeliveryQuery, ReplayService, DrainService, DeliverySweep, CheckedPost],
})
export class WebhooksModule {}
