/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1); null where another scheme or none is used. */
export function bearerToken(header: string | undefined): string | null {
  const [scheme, token = ''] = (header ?? '').trim().split(/\s+/, 2);
  return scheme?.toLowerCase() === 'bearer' ? token : null;
}
