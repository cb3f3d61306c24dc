/** Is a host on the list? `*.webhook.office.com` takes every host below it, and not itself. */
export const hostAllowed = (host: string, allowed: readonly string[]): boolean =>
  allowed.some((one) =>
    one.startsWith('*.') ? host.endsWith(one.slice(1)) && host.length > one.length - 1 : host === one,
  );
