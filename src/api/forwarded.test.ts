import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './forwarded.ts';

const PROXY = '192.0.2.1';

describe('clientAddress', () => {
  it.each([
    ['198.51.100.7', 0, PROXY],
    [null, 1, PROXY],
    ['198.51.100.7', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['203.0.113.9, 198.51.100.7', 2, '203.0.113.9'],
    ['127.0.0.1,203.0.113.9 ,198.51.100.7', 2, '203.0.113.9'],
    ['198.51.100.7:4711', 1, '198.51.100.7'],
    ['[2001:DB8::7]:4711', 1, '2001:db8::7'],
    ['[2001:db8::7]', 1, '2001:db8::7'],
    ['2001:db8::7', 1, '2001:db8::7'],
    // Fewer entries than trusted proxies: it came past one of them.
    ['198.51.100.7', 2, PROXY],
    ['', 1, PROXY],
    ['198.51.100.7,', 1, PROXY],
    ['unknown', 1, PROXY],
    ['999.1.1.1', 1, PROXY],
    ['_hidden, "198.51.100.7"', 1, PROXY],
    ['[2001:db8::7', 1, PROXY],
    ['198.51.100.7\n127.0.0.1', 1, PROXY],
  ])('of %j behind %d is %s', (header, hops, address) => {
    expect(clientAddress(header, PROXY, hops)).toBe(address);
  });

  it('is what our proxies saw, whatever was forged before them', () => {
    const forged = fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()));
    fc.assert(
      fc.property(forged, fc.ipV4(), fc.array(fc.ipV4(), { maxLength: 3 }), (lies, seen, inner) => {
        const header = [...lies, seen, ...inner].join(', ');
        expect(clientAddress(header, PROXY, inner.length + 1)).toBe(seen);
      }),
    );
  });
});
