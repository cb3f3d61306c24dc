import { Module } from '@nestjs/common';
import { PeopleModule } from '#people';
import { AbsencesController } from './absences.controller.js';
import { AbsencesQuery } from './absences.query.js';
import { AwayQuery } from './away.query.js';

/** Who is away, and who deputises. */
@Module({ imports: [PeopleModule], controllers: [AbsencesController], providers: [AbsencesQuery, AwayQuery] })
export class AbsencesApiModule {}
