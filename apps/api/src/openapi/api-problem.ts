import { ApiResponse } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { problemSchema } from '#contracts';

/** What every error's body is. */
export class ProblemDto extends createZodDto(problemSchema) {}

export const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } },
};

/** Declares an error that does not follow from the route's shape. */
export const ApiProblem = (status: number, description: string): MethodDecorator =>
  ApiResponse({ status, description, content: PROBLEM_CONTENT });
