import { type DomainError } from '#platform';

/** Kinds of refusals that another look alone does not change. */
const LASTING = new Set(['bad_input', 'conflict', 'gone', 'too_large', 'unsupported_media', 'forbidden', 'not_found']);

export const isLasting = ({ kind }: DomainError): boolean => LASTING.has(kind);
