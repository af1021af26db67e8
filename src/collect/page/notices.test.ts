import { describe, expect, it } from 'vitest';
import { isNotice, pointsElsewhere } from './notices.ts';

/** Invented lines. */
describe('isNotice', () => {
  it.each([
    'Advertisement',
    'ADVERT',
    'Continue reading the main story',
    'Реклама',
    '12 comments',
    'Image 3 of 9',
    'Compartir',
    'Photo: The Invented Post',
    '(Image: INVENTED)',
    'Фото: Иван Петров / Пост',
    'Foto: Cortesía',
    'Photograph by Jane Roe | Post',
    'Tanks on the square, 12 May 2024. (AP Photo/Jane Roe)',
    'A bridge. Jane Roe/Getty Images',
    'Sign up for our newsletter and get the news each morning.',
    'Follow Jane Roe on Twitter.',
    'Follow us on Facebook',
    'Síguenos en nuestras redes',
    'Suscríbete aquí a nuestro boletín',
    'Подписывайтесь на наш канал',
    'Нашли опечатку? Выделите её.',
    'Have a tip? Write to the desk.',
    'Like this story? Share it with a friend!',
    'You may also like',
    'Lee también',
    'Читайте также:',
    'Related articles',
    'This slideshow requires JavaScript.',
  ])('is so of %s', (line) => {
    expect(isNotice(line, 0, false)).toBe(true);
  });

  it.each([
    // Sentences and credits of the text itself.
    'Advertisement spending fell by a third, the ministry said.',
    'The ship was lost, said the minister (AFP).',
    '(EFE)',
    '— ТАСС',
    'Con información de AFP',
    '© 2024 Invented Press Agency',
    'Source: Invented Press Agency',
    'Quelle: Invented Press Agency',
    'Redacción/AFP',
    'Like many Telegram users, she heard of it first there.',
    'Contact with the ship was lost at five.',
    'What do you think of the war?',
    'Support for the daily grew on Twitter.',
    'Watch the skies, he said.',
    'Also on Monday, twelve people died.',
    'Te puede pasar a ti.',
    'Más en riesgo, los niños.',
    'Sigue el debate en Twitter sobre el presupuesto.',
    'Descarga de datos por Telegram, según la policía.',
    'Подписка на газету подорожала, сообщил канал.',
    'The newsletter was founded in 1990.',
    'PUERTO ALBA',
  ])('is not so of %s', (line) => {
    expect(isNotice(line, 0, false)).toBe(false);
  });

  it('needs links in a longer line that begins like a pointer', () => {
    const line =
      'Read more about the bridge, the market hall and the long quarrel over both of them';
    expect([isNotice(line, 0, false), isNotice(line, 0.8, false)]).toEqual([false, true]);
  });

  it('does not take an item of a list for a call', () => {
    const line = 'Sign up to a list of e-mails that you read';
    expect([isNotice(line, 0, false), isNotice(line, 0, true)]).toEqual([true, false]);
  });

  it('is quick on hostile lines', () => {
    const begun = performance.now();
    for (const line of [
      'sign up '.repeat(40),
      '('.repeat(400),
      'photo '.repeat(60),
      'a/'.repeat(200),
    ]) {
      for (let i = 0; i < 200; i++) isNotice(line, 0, false);
    }
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('pointsElsewhere', () => {
  it('is of the beginning of a line, as a word', () => {
    expect(['Related: x', 'Relatedness', 'Unrelated: x'].map(pointsElsewhere)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
