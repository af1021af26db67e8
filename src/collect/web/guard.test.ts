import { describe, expect, it } from 'vitest';
import { guardedLookup, isPublicAddress, PrivateAddress } from './guard.ts';

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '2606:2800:220:1:248:1893:25c8:1946',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.168.0.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:53aa:64c::1',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'localhost',
    '',
    '1.2.3.4.5',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('guardedLookup', () => {
  const looked = (addresses: readonly string[], all: boolean): Promise<unknown> => {
    const lookup = guardedLookup(
      async () => addresses,
      80,
      (address, port) => address === '127.0.0.1' && port === 80,
    );
    return new Promise((resolve, reject) => {
      lookup('h.example', { all }, (error, found) => (error ? reject(error) : resolve(found)));
    });
  };

  it('gives the addresses that were checked, in both of its forms', async () => {
    expect(await looked(['8.8.8.8', '2606:2800::1'], true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:2800::1', family: 6 },
    ]);
    expect(await looked(['8.8.8.8'], false)).toBe('8.8.8.8');
    expect(await looked(['127.0.0.1'], false)).toBe('127.0.0.1');
  });

  it('fails if one address of many is not public, and without any', async () => {
    await expect(looked(['8.8.8.8', '10.0.0.1'], true)).rejects.toThrow(PrivateAddress);
    await expect(looked([], true)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
