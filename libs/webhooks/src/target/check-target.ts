import { isIP } from 'node:net';
import { isPublicAddress, type AddressRanges } from './address-ranges.js';
import { type ResolveName } from './resolve-name.js';
import { judgeTarget, readTarget, type AddressKind, type Target, type TargetRefusal } from './target.rules.js';

/** A target with the addresses that were checked: the only ones that may be connected to. */
export interface CheckedTarget {
  target: Target;
  addresses: readonly string[];
}

/**
 * Resolves once, and judges every address (RFC 6890 ranges; the operator's own are allowed). Done again for each try: yesterday's name may
 * stand for another machine today, and the answer to a second question could be another than to the first.
 */
export async function checkTarget(
  url: string,
  allowed: AddressRanges,
  resolve: ResolveName,
): Promise<CheckedTarget | { refusal: TargetRefusal }> {
  const target = readTarget(url);
  if (typeof target === 'string') return { refusal: target };
  const addresses = isIP(target.host) ? [target.host] : await resolve(target.host);
  const refusal = judgeTarget(
    target,
    addresses.map((address) => kindOf(address, allowed)),
  );
  return refusal === null ? { target, addresses } : { refusal };
}

function kindOf(address: string, allowed: AddressRanges): AddressKind {
  if (allowed.has(address)) return 'allowed';
  return isPublicAddress(address) ? 'public' : 'refused';
}
