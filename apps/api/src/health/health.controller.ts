import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { databaseAway } from '#platform';
import { Access } from '../access/access.decorator.js';
import { Metrics } from './metrics.js';

class HealthDto extends createZodDto(z.object({ status: z.literal('ok') })) {}

@ApiTags('operations')
@Controller()
export class HealthController {
  constructor(
    private readonly source: DataSource,
    private readonly metrics: Metrics,
  ) {}

  @ApiOperation({ summary: 'Whether the process answers' })
  @Get('api/health/live')
  @Access({ public: true })
  @ZodResponse({ status: 200, type: HealthDto })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @ApiOperation({ summary: 'Whether the process can do its work: the database answers' })
  @Get('api/health/ready')
  @Access({ public: true })
  @ZodResponse({ status: 200, type: HealthDto })
  @ApiServiceUnavailableResponse({ description: 'The database does not answer.' })
  async ready(): Promise<{ status: 'ok' }> {
    await this.source.query('select 1').catch((cause: unknown) => {
      throw databaseAway(cause);
    });
    return { status: 'ok' };
  }

  @ApiOperation({ summary: 'Figures for Prometheus', description: 'No words, no names, no ids.' })
  @Get('metrics')
  @Access({ public: true })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Prometheus text format.', schema: { type: 'string' } })
  prometheus(): Promise<string> {
    return this.metrics.text();
  }
}
