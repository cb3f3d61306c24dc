import { Module } from '@nestjs/common';
import { LegalModule } from '#legal';
import { StandingGrantsController } from './standing-grants.controller.js';
import { StandingGrantsQuery } from './standing-grants.query.js';

@Module({ imports: [LegalModule], controllers: [StandingGrantsController], providers: [StandingGrantsQuery] })
export class StandingGrantsApiModule {}
