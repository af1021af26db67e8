/**
 * News agencies by the names under which texts credit them, in the languages the desk reads, and
 * the domains on which they publish themselves. The facts are facts; the list is ours. An agency
 * credited in a text is the origin behind the origin.
 */

export interface Agency {
  readonly id: string;
  /** How outputs name it. */
  readonly name: string;
  readonly names: readonly string[];
  /** Registrable domains and accounts on which it publishes itself. */
  readonly domains: readonly string[];
  /** Its name is also a person’s or a product’s: only the plainest credits count. */
  readonly ambiguous?: true;
}

export const AGENCIES: readonly Agency[] = [
  {
    id: 'afp',
    name: 'AFP',
    names: ['AFP', 'Agence France-Presse', 'АФП'],
    domains: ['afp.com'],
  },
  {
    id: 'ap',
    name: 'Associated Press',
    names: ['AP', 'Associated Press', 'Ассошиэйтед Пресс'],
    domains: ['apnews.com', 'ap.org'],
  },
  {
    id: 'efe',
    name: 'EFE',
    names: ['EFE', 'Agencia EFE', 'ЭФЭ'],
    domains: ['efe.com'],
  },
  {
    id: 'reuters',
    name: 'Reuters',
    names: ['Reuters', 'Рейтер', 'Рейтерс'],
    domains: ['reuters.com'],
  },
  {
    id: 'tass',
    name: 'TASS',
    names: ['TASS', 'ITAR-TASS', 'ТАСС', 'ИТАР-ТАСС'],
    domains: ['tass.com', 'tass.ru', 't.me/tass_agency'],
  },
  {
    id: 'ria',
    name: 'RIA Novosti',
    names: ['RIA Novosti', 'РИА Новости', 'РИА «Новости»', 'РИА'],
    domains: ['ria.ru', 't.me/rian_ru'],
  },
  {
    id: 'interfax',
    name: 'Interfax',
    names: ['Interfax', 'Интерфакс'],
    domains: ['interfax.ru', 'interfax.com', 't.me/interfaxonline'],
  },
  {
    id: 'sputnik',
    name: 'Sputnik',
    names: ['Sputnik', 'Sputnik News', 'Sputnik Mundo', 'Спутник'],
    domains: ['sputniknews.com', 'sputnikglobe.com', 'sputniknews.lat', 'latamnews.lat'],
    ambiguous: true,
  },
  {
    id: 'xinhua',
    name: 'Xinhua',
    names: ['Xinhua', 'Синьхуа'],
    domains: ['xinhuanet.com', 'news.cn'],
  },
  {
    id: 'notimex',
    name: 'Notimex',
    names: ['Notimex'],
    domains: ['notimex.com.mx', 'notimex.gob.mx'],
  },
  { id: 'dpa', name: 'dpa', names: ['dpa', 'DPA'], domains: ['dpa.com', 'dpa-international.com'] },
  { id: 'ansa', name: 'ANSA', names: ['ANSA'], domains: ['ansa.it', 'ansalatina.com'] },
  {
    id: 'upi',
    name: 'UPI',
    names: ['UPI', 'United Press International'],
    domains: ['upi.com'],
  },
  {
    id: 'europapress',
    name: 'Europa Press',
    names: ['Europa Press'],
    domains: ['europapress.es'],
  },
  {
    id: 'prensalatina',
    name: 'Prensa Latina',
    names: ['Prensa Latina'],
    domains: ['prensa-latina.cu', 'plenglish.com'],
  },
  {
    id: 'anadolu',
    name: 'Anadolu',
    names: ['Anadolu', 'Anadolu Agency', 'Agencia Anadolu', 'Анадолу'],
    domains: ['aa.com.tr'],
  },
  {
    id: 'bloomberg',
    name: 'Bloomberg',
    names: ['Bloomberg', 'Bloomberg News', 'Блумберг'],
    domains: ['bloomberg.com'],
    ambiguous: true,
  },
  {
    id: 'ukrinform',
    name: 'Ukrinform',
    names: ['Ukrinform', 'Укринформ'],
    domains: ['ukrinform.net', 'ukrinform.ua', 'ukrinform.ru', 'ukrinform.es'],
  },
  {
    id: 'unian',
    name: 'UNIAN',
    names: ['UNIAN', 'УНИАН'],
    domains: ['unian.info', 'unian.ua', 'unian.net'],
  },
  { id: 'belta', name: 'BelTA', names: ['BelTA', 'БелТА'], domains: ['belta.by'] },
  {
    id: 'kyodo',
    name: 'Kyodo',
    names: ['Kyodo', 'Kyodo News', 'Киодо'],
    domains: ['kyodonews.net'],
  },
  {
    id: 'yonhap',
    name: 'Yonhap',
    names: ['Yonhap', 'Ренхап', 'Рёнхап'],
    domains: ['yna.co.kr', 'yonhapnews.co.kr'],
  },
  {
    id: 'pti',
    name: 'PTI',
    names: ['PTI', 'Press Trust of India'],
    domains: ['ptinews.com'],
    ambiguous: true,
  },
  { id: 'irna', name: 'IRNA', names: ['IRNA', 'ИРНА'], domains: ['irna.ir'] },
];
