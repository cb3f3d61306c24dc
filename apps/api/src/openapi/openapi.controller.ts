import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Access } from '../access/access.decorator.js';
import { ApiDescription } from './api-description.js';

@ApiTags('operations')
@Controller('api')
export class OpenApiController {
  constructor(private readonly description: ApiDescription) {}

  @ApiOperation({ summary: 'This document: every route of the API' })
  @Get('openapi.json')
  @Access({ public: true })
  @ApiOkResponse({ description: 'An OpenAPI 3.1 document.', schema: { type: 'object', additionalProperties: true } })
  document(): OpenAPIObject {
    return this.description.document();
  }
}
