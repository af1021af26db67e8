import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('has defaults for an empty environment', () => {
    expect(readConfig({})).toEqual({
      desk: 'atalaya-desk',
      color: true,
      encoder: undefined,
      reader: undefined,
      path: '',
    });
  });

  it('looks for programs along PATH', () => {
    expect(readConfig({ PATH: '/usr/bin:/bin' }).path).toBe('/usr/bin:/bin');
  });

  it('takes the desk from ATALAYA_DESK', () => {
    expect(readConfig({ ATALAYA_DESK: '/srv/desk' }).desk).toBe('/srv/desk');
  });

  it('shows no colours where NO_COLOR has any value', () => {
    for (const value of ['1', '0', 'false', ' ']) {
      expect(readConfig({ NO_COLOR: value }).color).toBe(false);
    }
  });

  it('counts a setting that is set to nothing as not set', () => {
    expect(readConfig({ ATALAYA_DESK: '', NO_COLOR: '', ATALAYA_ENCODER: '' })).toEqual(
      readConfig({}),
    );
  });

  it('passes over what is not its own', () => {
    expect(readConfig({ SHELL: '/bin/sh', HOME: undefined, atalaya_desk: 'x' })).toEqual(
      readConfig({}),
    );
  });
});

describe('DATABASE_URL', () => {
  it('takes the address of a PostgreSQL, and nothing else', () => {
    const address = 'postgres://ana:hush@db.example/atalaya?sslmode=require&schema=mx';
    expect(readConfig({ DATABASE_URL: address }).database).toBe(address);
    expect(readConfig({ DATABASE_URL: '' }).database).toBeUndefined();
    for (const value of ['mysql://ana:hush@db.example/x', 'hush', '/var/desk.sqlite']) {
      expect(() => readConfig({ DATABASE_URL: value })).toThrow(/^DATABASE_URL\b.*postgres:/);
      expect(() => readConfig({ DATABASE_URL: value })).not.toThrow(/hush|desk/);
    }
  });
});

describe('ATALAYA_ARCHIVE_FILE_MB', () => {
  it('takes whole numbers of megabytes from 1 to 10000, and nothing else', () => {
    const bytesOf = (ATALAYA_ARCHIVE_FILE_MB: string) =>
      readConfig({ ATALAYA_ARCHIVE_FILE_MB }).archiveFileBytes;
    expect([bytesOf(''), bytesOf('1'), bytesOf('10000')]).toEqual([undefined, 1e6, 1e10]);
    for (const value of ['0', '-5', '1.5', '10001', '1e3', 'small', '100 MB']) {
      expect(() => bytesOf(value)).toThrow(/^ATALAYA_ARCHIVE_FILE_MB\b.*from 1 to 10000/);
    }
  });
});

describe('ATALAYA_ENCODER', () => {
  const encoderOf = (ATALAYA_ENCODER: string, ATALAYA_ENCODER_KEY?: string) =>
    readConfig({ ATALAYA_ENCODER, ATALAYA_ENCODER_KEY }).encoder;

  it.each([
    ['http://127.0.0.1:11434/v1#bge-m3', 'http://127.0.0.1:11434/v1', 'bge-m3'],
    [
      'https://api.example/v1?version=2#intfloat/e5',
      'https://api.example/v1?version=2',
      'intfloat/e5',
    ],
    [
      'http://[::1]:8000/v1#nomic-embed-text:latest',
      'http://[::1]:8000/v1',
      'nomic-embed-text:latest',
    ],
    ['http://h.example/v1#a%20b#c', 'http://h.example/v1', 'a b#c'],
    ['http://h.example/v1#100%', 'http://h.example/v1', '100%'],
  ])('takes the endpoint %s', (value, url, model) => {
    expect(encoderOf(value)).toEqual({ kind: 'endpoint', url, model, key: undefined });
    expect(encoderOf(value, 'sk-1')).toEqual({ kind: 'endpoint', url, model, key: 'sk-1' });
  });

  it.each([
    ['onnx:models/e5', 'models/e5'],
    ['onnx: a/b ', 'a/b'],
  ])('takes the model %s', (value, model) => {
    expect(encoderOf(value, 'unused')).toEqual({ kind: 'onnx', model });
  });

  it.each([
    'static',
    'http://h.example/v1',
    'http://h.example/v1#',
    'h.example/v1#m',
    'ftp://h.example/v1#m',
    'http://#m',
    'onnx:',
    'onnx: ',
    'onnx',
    ' ',
  ])('refuses "%s", saying what is expected', (value) => {
    expect(() => encoderOf(value)).toThrow(
      `ATALAYA_ENCODER "${value}" cannot be used: expected http://HOST/v1#MODEL or https://HOST/v1#MODEL`,
    );
  });

  it('never shows a key', () => {
    for (const value of [
      'http://name:secret@h.example/v1#m',
      'http://secret@h.example/v1#m',
      'http://h.example/v1?key=secret',
      'http://a/b:secret@c',
    ]) {
      expect(() => encoderOf(value)).toThrow(/cannot be used/);
      expect(() => encoderOf(value)).not.toThrow(/secret/);
    }
    for (const key of ['secret\nx', 'secret x', 'секрет secret']) {
      expect(() => encoderOf('http://h.example/v1#m', key)).toThrow(
        /^ATALAYA_ENCODER_KEY cannot be used: expected visible ASCII/,
      );
    }
  });

  it('says where a key belongs that stands in the address', () => {
    expect(() => encoderOf('https://me:secret@h.example/v1#m')).toThrow(
      'ATALAYA_ENCODER "https://…@h.example/v1#m" cannot be used: a key belongs in ATALAYA_ENCODER_KEY',
    );
  });
});

describe('ATALAYA_READER', () => {
  const readerOf = (ATALAYA_READER: string, ATALAYA_READER_KEY?: string) =>
    readConfig({ ATALAYA_READER, ATALAYA_READER_KEY }).reader;

  it('takes an endpoint and its own key', () => {
    const value = 'http://127.0.0.1:11434/v1#qwen2.5:14b';
    const expected = { url: 'http://127.0.0.1:11434/v1', model: 'qwen2.5:14b' };
    expect(readerOf(value)).toEqual({ ...expected, key: undefined });
    expect(readerOf(value, 'sk-2')).toEqual({ ...expected, key: 'sk-2' });
    const other = { ATALAYA_READER: value, ATALAYA_ENCODER_KEY: 'sk-1' };
    expect(readConfig(other).reader?.key).toBeUndefined();
  });

  it.each(['built-in', 'onnx:models/x', 'http://h.example/v1', 'h.example/v1#m', ' '])(
    'refuses "%s", saying what is expected',
    (value) => {
      expect(() => readerOf(value)).toThrow(
        `ATALAYA_READER "${value}" cannot be used: expected http://HOST/v1#MODEL or https://HOST/v1#MODEL for an OpenAI-compatible endpoint, or nothing for none`,
      );
    },
  );

  it('never shows a key', () => {
    expect(() => readerOf('https://me:secret@h.example/v1#m')).toThrow(
      'ATALAYA_READER "https://…@h.example/v1#m" cannot be used: a key belongs in ATALAYA_READER_KEY',
    );
    expect(() => readerOf('http://h.example/v1#m', 'secret x')).toThrow(
      /^ATALAYA_READER_KEY cannot be used: expected visible ASCII/,
    );
  });
});

describe('ATALAYA_PUBLIC_URL', () => {
  const of = (value: string) => readConfig({ ATALAYA_PUBLIC_URL: value }).publicUrl;

  it('is an address without a path', () => {
    expect(of('https://desk.example')).toBe('https://desk.example');
    expect(of('https://desk.example:8443/')).toBe('https://desk.example:8443');
    expect(readConfig({}).publicUrl).toBeUndefined();
  });

  it.each([
    ['desk.example'],
    ['ftp://desk.example'],
    ['https://desk.example/path'],
    ['https://desk.example/?a=1'],
    ['https://ana:hidden@desk.example'],
  ])('is not %s', (value) => {
    expect(() => of(value)).toThrow(/^ATALAYA_PUBLIC_URL ".*" cannot be used: expected http/);
    expect(() => of(value)).not.toThrow(/hidden/);
  });
});

describe('ATALAYA_OIDC_ISSUER', () => {
  const set = {
    ATALAYA_OIDC_ISSUER: 'https://service.example/realm',
    ATALAYA_OIDC_CLIENT_ID: 'atalaya',
    ATALAYA_OIDC_CLIENT_SECRET: 'hidden',
    ATALAYA_PUBLIC_URL: 'https://desk.example/',
  };

  it('makes a sign-in service with the other settings', () => {
    expect(readConfig(set).oidc).toEqual({
      issuer: 'https://service.example/realm',
      clientId: 'atalaya',
      clientSecret: 'hidden',
      publicUrl: 'https://desk.example',
      role: undefined,
    });
    expect(readConfig({ ...set, ATALAYA_OIDC_ROLE: 'analyst' }).oidc?.role).toBe('analyst');
    expect(readConfig({ ...set, ATALAYA_OIDC_CLIENT_SECRET: '' }).oidc?.clientSecret).toBe(
      undefined,
    );
    expect(readConfig({ ...set, ATALAYA_OIDC_ISSUER: '' }).oidc).toBeUndefined();
  });

  it.each([
    [{ ATALAYA_OIDC_CLIENT_ID: '' }, /^ATALAYA_OIDC_ISSUER .*ATALAYA_OIDC_CLIENT_ID has to be set/],
    [{ ATALAYA_PUBLIC_URL: '' }, /^ATALAYA_OIDC_ISSUER .*ATALAYA_PUBLIC_URL has to be set/],
    [{ ATALAYA_OIDC_ISSUER: 'service.example' }, /^ATALAYA_OIDC_ISSUER "service.example" cannot/],
    [{ ATALAYA_OIDC_ISSUER: 'https://a:hidden@b.example' }, /^ATALAYA_OIDC_ISSUER "https:\/\/…@b/],
    [{ ATALAYA_OIDC_ROLE: 'editor' }, /^ATALAYA_OIDC_ROLE "editor" .*reader or analyst/],
    [{ ATALAYA_OIDC_ROLE: 'admin' }, /^ATALAYA_OIDC_ROLE "admin" .*reader or analyst/],
  ])('says what is wrong with %j, and no secret', (change, message) => {
    const read = () => readConfig({ ...set, ...change });
    expect(read).toThrow(message);
    expect(read).not.toThrow(/hidden/);
  });
});
