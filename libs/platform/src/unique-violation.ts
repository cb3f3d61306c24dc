import { QueryFailedError } from 'typeorm';

/** Another transaction was first: PostgreSQL's `unique_violation`. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
