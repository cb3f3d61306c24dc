import { isNetwork, reachesAddress } from './networks.js';

it.each([
  [['192.0.2.0/24'], '192.0.2.9', true],
  [['192.0.2.0/24'], '192.0.3.9', false],
  [['192.0.2.0/24'], '::ffff:192.0.2.9', true],
  [['198.51.100.7', '2001:db8::/32'], '2001:db8:9::1', true],
  [['198.51.100.7', '2001:db8::/32'], '198.51.100.8', false],
  [['0.0.0.0/0'], 'not an address', false],
])('%j takes %s: %s', (networks, address, taken) => {
  expect(reachesAddress(networks, address)).toBe(taken);
});

it('knows addresses and networks, and nothing else', () => {
  const good = ['192.0.2.1', '192.0.2.0/24', '::1', '2001:db8::/32'];
  const bad = ['192.0.2', '192.0.2.0/33', '192.0.2.0/', 'example.com', '2001:db8::/129', '1.2.3.4/8/8', '192.0.2.0/-1'];
  expect([...good, ...bad].filter(isNetwork)).toEqual(good);
});
