/** Where a server's address says that it is: `host:port`, in lower case, with the port that its scheme means if none is given. */
export function hostOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

/** Whether sound may be sent there: the operator named the host, or the host with this port. Nothing is allowed by default. */
export function mayLeaveFor(url: string, allowed: readonly string[]): boolean {
  const { hostname } = new URL(url);
  return allowed.includes(hostname) || allowed.includes(hostOf(url));
}
