import { ApiResponse } from '@nestjs/swagger';

/** What every error's body is. */
export const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } },
};

/** Declares an error that does not follow from the route's shape. */
export const ApiProblem = (status: number, description: string): MethodDecorator =>
  ApiResponse({ status, description, content: PROBLEM_CONTENT });
