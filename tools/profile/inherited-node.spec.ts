import { inheritedNode } from './inherited-node.rules.js';

it('hands on whom Node trusts, its options and the zone, and nothing else', () => {
  const set = { NODE_EXTRA_CA_CERTS: '/etc/ca.pem', NODE_OPTIONS: '--max-old-space-size=4096', TZ: 'Asia/Shanghai' };
  expect(inheritedNode({ ...set, HOME: '/root', NODE_PATH: '/lib', LD_PRELOAD: '/x.so' })).toEqual(set);
  expect(inheritedNode({ TZ: '', HOME: '/root' })).toEqual({});
});
