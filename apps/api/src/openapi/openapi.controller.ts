import { Controller } from '@nestjs/common';
import { openApiRoutes } from '#contracts';
import { RawRoute } from '../routes/route.decorator.js';
import { ApiDescription } from './api-description.js';
import { type OpenApiDocument } from './describe-api.js';

@Controller()
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @RawRoute(openApiRoutes.document)
  document(): OpenApiDocument {
    return this.description.document();
  }
}
