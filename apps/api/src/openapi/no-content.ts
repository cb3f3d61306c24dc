import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';

/** Answers 204: done, and nothing to say. */
export const NoContent = (): MethodDecorator => applyDecorators(HttpCode(204), ApiNoContentResponse());
