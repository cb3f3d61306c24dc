import { countedAddress, deviceOf, shortAddress } from './device.rules.js';

describe('what a session says of its device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0',
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
      'chrome',
      'linux',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
      'safari',
      'macos',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/124.0 Mobile/15E148 Safari/604.1',
      'chrome',
      'ios',
    ],
    ['Mozilla/5.0 (Android 14; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0', 'firefox', 'android'],
    ['curl/8.5.0', 'other', 'other'],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceOf({ address: '192.0.2.77', userAgent })).toEqual({ address: '192.0.2.…', browser, system });
  });

  it('shortens an address to its neighbourhood', () => {
    expect(['192.0.2.77', '::ffff:192.0.2.77', '2001:0db8:1::5', '::1'].map(shortAddress)).toEqual([
      '192.0.2.…',
      '192.0.2.…',
      '2001:db8:1:…',
      '0:0:0:…',
    ]);
  });

  it('counts all addresses of one IPv6 network as one', () => {
    expect(countedAddress('2001:db8:1:2:3::9')).toBe(countedAddress('2001:db8:1:2::1'));
    expect(countedAddress('2001:db8:1:3::1')).not.toBe(countedAddress('2001:db8:1:2::1'));
    expect(countedAddress('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });
});
