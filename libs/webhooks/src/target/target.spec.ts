import { AddressRanges } from './address-ranges.js';
import { checkTarget } from './check-target.js';

const NONE = new AddressRanges([]);
const NAMES: Record<string, string[]> = {
  'good.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example': ['10.1.2.3'],
  'two-faced.example': ['93.184.215.14', '127.0.0.1'],
  'xn--fiq.example': ['93.184.215.14'],
};
const resolve = (name: string) => Promise.resolve(NAMES[name] ?? []);
const check = async (url: string, allowed = NONE) => {
  const checked = await checkTarget(url, allowed, resolve);
  return 'refusal' in checked ? checked.refusal : checked.addresses.join(' ');
};

describe('where a webhook may go', () => {
  it('is any public address over https, and only what was resolved', async () => {
    expect(await check('https://good.example/hooks?x=1')).toBe('93.184.215.14 2606:2800:21f:cb07:6820:80da:af6b:8b2c');
    expect(await check('https://good.example:8443/')).toMatch(/^93/);
    expect(await check('https://中.example/')).toBe('93.184.215.14');
  });

  it.each([
    ['not an address', 'hooks', 'not_an_address'],
    ['nothing behind the scheme', 'https://', 'not_an_address'],
    ['an address of unbelievable length', `https://good.example/${'x'.repeat(2000)}`, 'not_an_address'],
    ['http', 'http://good.example/', 'not_https'],
    ['another protocol', 'gopher://good.example/', 'not_https'],
    ['a file', 'file:///etc/passwd', 'not_an_address'],
    ['a user name', 'https://who@good.example/', 'has_credentials'],
    ['a password without a name', 'https://:secret@good.example/', 'has_credentials'],
    ['the port of a mail server', 'https://good.example:25/', 'port_refused'],
    ['the port of a database', 'https://good.example:5432/', 'port_refused'],
    ['a name that there is not', 'https://nowhere.example/', 'not_resolved'],
    ['a name inside', 'https://inside.example/', 'address_refused'],
    ['a name with a second face', 'https://two-faced.example/', 'address_refused'],
  ])('is not %s', async (_what, url, refusal) => {
    expect(await check(url)).toBe(refusal);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback in one number', '2130706433'],
    ['loopback in octal', '0177.0.0.1'],
    ['loopback in hexadecimal', '0x7f.1'],
    ['loopback in short', '127.1'],
    ['loopback in full-width digits', '１２７。０。０。１'],
    ['nought, which many systems take for themselves', '0.0.0.0'],
    ['private, class A', '10.0.0.1'],
    ['private, class B', '172.31.255.255'],
    ['private, class C', '192.168.1.1'],
    ['shared by a carrier, and a cloud’s metadata', '100.100.100.200'],
    ['link-local: a cloud’s metadata', '169.254.169.254'],
    ['another cloud’s wire server', '168.63.129.16'],
    ['multicast', '224.0.0.251'],
    ['broadcast', '255.255.255.255'],
    ['loopback, IPv6', '[::1]'],
    ['unspecified, IPv6', '[::]'],
    ['unique local, IPv6, and a cloud’s metadata', '[fd00:ec2::254]'],
    ['link-local, IPv6', '[fe80::1]'],
    ['multicast, IPv6', '[ff02::1]'],
    ['loopback mapped into IPv6', '[::ffff:127.0.0.1]'],
    ['metadata mapped into IPv6', '[::ffff:a9fe:a9fe]'],
    ['compatible IPv4, long gone', '[::7f00:1]'],
    ['NAT64', '[64:ff9b::7f00:1]'],
    ['NAT64, local', '[64:ff9b:1::a00:1]'],
    ['6to4', '[2002:7f00:1::]'],
    ['Teredo', '[2001:0:53aa:64c::1]'],
    ['documentation', '[2001:db8::1]'],
  ])('is not %s', async (_what, host) => {
    expect(await check(`https://${host}/`)).toBe('address_refused');
  });

  it('is a public address of its own', async () => {
    expect(await check('https://1.1.1.1/')).toBe('1.1.1.1');
    expect(await check('https://[2606:4700:4700::1111]/')).toBe('2606:4700:4700::1111');
  });

  it('is a range that the operator lists, over http and on any port, and no other', async () => {
    const allowed = new AddressRanges(['10.1.0.0/16', '127.0.0.1', 'fd00:12::/48']);
    expect(await check('http://inside.example:8080/', allowed)).toBe('10.1.2.3');
    expect(await check('http://127.0.0.1:9/', allowed)).toBe('127.0.0.1');
    expect(await check('http://[fd00:12::9]/', allowed)).toBe('fd00:12::9');
    expect(await check('http://127.0.0.2/', allowed)).toBe('address_refused');
    expect(await check('https://10.2.0.1/', allowed)).toBe('address_refused');
    expect(await check('http://good.example/', allowed)).toBe('not_https');
  });
});
