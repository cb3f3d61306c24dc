/** Is it an IPv6 address, by its colons? An IPv4 address or a host name has none. */
export const isIPv6 = (address: string): boolean => address.includes(':');

/** As a URI and a Via name it. */
export const hostText = (address: string): string => (isIPv6(address) ? `[${address}]` : address);
