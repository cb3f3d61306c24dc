import { Module } from '@nestjs/common';
import { FloorModule } from '#floor';
import { IntakeModule } from '#intake';
import { LiveCallsController } from './live-calls.controller.js';
import { LiveCallsQuery } from './live-calls.query.js';

/** Calls that go on while they are captured. */
@Module({ imports: [FloorModule, IntakeModule], controllers: [LiveCallsController], providers: [LiveCallsQuery] })
export class LiveCallsApiModule {}
