/** Redirects to nowhere, to themselves, without end, and to where nobody should go. */
import type { Misbehaviour } from './misbehaviour.ts';
import { articlePage } from './sites.ts';

const to = (location: string, status = 302): Misbehaviour => {
  return ({ response }) => response.writeHead(status, { location }).end();
};
const ok = { 'content-type': 'text/html; charset=utf-8' };

export const redirects: Readonly<Record<string, Misbehaviour>> = {
  '/loop': to('/loop'),
  '/loop-of-two': to('/loop-back'),
  '/loop-back': to('/loop-of-two'),
  '/without-end': ({ response, url }) => {
    const next = Number(url.searchParams.get('n') ?? 0) + 1;
    response.writeHead(302, { location: `/without-end?n=${next}` }).end();
  },
  '/to-loopback': to('http://127.0.0.1:9/'),
  '/to-loopback-number': to('http://2130706433:9/'),
  '/to-loopback-v6': to('http://[::1]:9/'),
  '/to-mapped': to('http://[::ffff:169.254.169.254]/latest/meta-data/'),
  '/to-metadata': to('http://169.254.169.254/latest/meta-data/'),
  '/to-private-name': ({ response, port }) => {
    response.writeHead(302, { location: `http://private.example:${port}/admin` }).end();
  },
  '/to-file': to('file:///etc/passwd'),
  '/to-script': to('javascript:alert(1)'),
  '/to-mail-port': to('http://mail.example:25/'),
  '/to-nonsense': to('http://[nowhere'),
  '/to-password': to('http://user:secret@other.example/'),
  '/to-nothing': ({ response }) => {
    response.writeHead(302).end('moved, but where?');
  },
  '/cookie-wall': ({ request, response }) => {
    const passed = request.headers.cookie === 'pass=1';
    if (passed) response.writeHead(200, ok).end(articlePage('cookie-wall', 1));
    else response.writeHead(302, { location: '/cookie-wall', 'set-cookie': 'pass=1' }).end();
  },
  '/moved-for-good': to('/moved-again', 301),
  '/moved-again': to('/page/1', 308),
  '/moved-for-now': to('/moved-for-good', 307),
  // Encoded a byte a unit, as many servers send it.
  '/to-umlaut': to(Buffer.from('/p\u00e1gina/1').toString('latin1'), 301),
};
