import { describe, expect, it } from 'vitest';
import { isArticleAddress } from './article-address.ts';

const at = (path: string): boolean => isArticleAddress(`https://a.example${path}`);

describe('isArticleAddress', () => {
  it.each([
    '/2024/09/23/puerto',
    '/2024/sep/23/puerto',
    '/mundo/2024/9/puerto.html',
    '/mundo/20240923/puerto',
    '/mundo/2024-09-23/puerto-abierto/',
    '/mundo/puerto-abierto-2024-09-23.html',
    '/mundo/the-fleet-returns-to-the-new-port',
    '/mundo/the-fleet-returns-to-the-new-port/index.html',
    `/mundo/${encodeURIComponent('порт-открыт-для-всех-судов')}`,
    '/mundo/a-maiden-visit-to-us',
    '/mundo/the-fleet-returns-to-the-new-port/live/',
    '/mundo/the-fleet-returns-to-the-new-port/ar-Bx1',
    '/category/mundo/the-fleet-returns-to-the-new-port',
    '/node/1234567/mundo',
    '/news/articles/c51l84g34z0o',
    '/nota/1234567',
    '/nota-1234567.html',
    '/noticia.php?id=4321',
    '/?p=4321',
    '/a/6f1f8ed8-2ef1-4c8e-a1c5-0f3a9b7c1d2e',
    '/a/puerto-9f86d081884c7d65',
  ])('holds for %s', (path) => {
    expect(at(path)).toBe(true);
  });

  it.each([
    '/',
    '/mundo',
    '/mundo/index.html',
    '/mundo/america-latina',
    '/estados-unidos-y-canada',
    '/2024/09/23/',
    '/2024/09/',
    '/2024',
    '/category/mundo',
    '/elecciones2024',
    '/archivo/2024-09-23',
    '/tag/the-fleet-returns-to-the-new-port',
    '/autor/ana-de-la-prueba-inventada-y-larga',
    '/2024/09/23/page/2',
    '/fotos/2024/09/23/grande.JPG',
    '/feed/2024/09/23/x',
    '/buscar?q=puerto&id=12',
    '/%E0%A4%A',
  ])('does not hold for %s', (path) => {
    expect(at(path)).toBe(false);
  });

  it('is total', () => {
    for (const value of ['', 'x', 'http://', `https://a.example/${'a-'.repeat(5000)}`]) {
      expect(isArticleAddress(value)).toBe(false);
    }
  });
});
