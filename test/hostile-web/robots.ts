/** The robots.txt of each host: by its name, from well-behaved to hanging. */
import type { Misbehaviour } from './misbehaviour.ts';

const text = (body: string | Uint8Array, status = 200): Misbehaviour => {
  return ({ response }) => response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
};

const BY_HOST: Readonly<Record<string, Misbehaviour>> = {
  'robots-closed.example': text('User-agent: *\nDisallow: /\n'),
  'robots-closed-to-us.example': text('User-agent: Atalaya\nDisallow: /private\n\nUser-agent: *\n'),
  'robots-delay.example': text('User-agent: *\nCrawl-delay: 7\n'),
  'robots-delay-for-ever.example': text('User-agent: *\nCrawl-delay: 86400\n'),
  'robots-missing.example': text('Not found', 404),
  'robots-forbidden.example': text('No', 403),
  'robots-broken.example': text('Oops', 500),
  'robots-busy.example': text('Later', 503),
  'robots-silent.example': () => {},
  'robots-hangs-up.example': ({ response }) => {
    response.socket?.destroy();
  },
  'robots-huge.example': text(
    `User-agent: *\nDisallow: /private\n${'# padding\n'.repeat(200_000)}`,
  ),
  'robots-endless.example': ({ response, repeat }) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('User-agent: *\nDisallow: /private\n');
    repeat(1, () => response.write(Buffer.alloc(64 * 1024, 0x0a)));
  },
  'robots-binary.example': text(Buffer.alloc(2000, 0xfe)),
  'robots-loop.example': ({ response }) => {
    response.writeHead(302, { location: '/robots.txt' }).end();
  },
  'robots-away.example': ({ response, port }) => {
    response.writeHead(301, { location: `http://robots-closed.example:${port}/robots.txt` }).end();
  },
  'robots-inside.example': ({ response }) => {
    response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
  },
  'robots-page.example': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome to our new site.</p>');
  },
};
const OPEN = text('User-agent: *\nDisallow:\n');

export function robotsOf(hostname: string): Misbehaviour {
  return BY_HOST[hostname] ?? OPEN;
}
