import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { CaptureController } from './capture.controller.js';
import { CaptureQuery } from './capture.query.js';

/** How calls are taken as they happen. */
@Module({ imports: [IntakeModule], controllers: [CaptureController], providers: [CaptureQuery] })
export class CaptureApiModule {}
