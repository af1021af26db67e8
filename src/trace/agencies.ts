/**
 * News agencies by the names under which texts credit them, in the languages the desk reads. The
 * names are facts; the list is ours. An agency credited in a text is the origin behind the origin.
 */

export interface Agency {
  readonly id: string;
  readonly names: readonly string[];
}

export const AGENCIES: readonly Agency[] = [
  { id: 'afp', names: ['AFP', 'Agence France-Presse', 'АФП'] },
  { id: 'ap', names: ['AP', 'Associated Press', 'Ассошиэйтед Пресс'] },
  { id: 'efe', names: ['EFE', 'Agencia EFE', 'ЭФЭ'] },
  { id: 'reuters', names: ['Reuters', 'Рейтер', 'Рейтерс'] },
  { id: 'tass', names: ['TASS', 'ITAR-TASS', 'ТАСС'] },
  { id: 'ria', names: ['RIA Novosti', 'РИА Новости', 'РИА «Новости»', 'РИА'] },
  { id: 'interfax', names: ['Interfax', 'Интерфакс'] },
  { id: 'sputnik', names: ['Sputnik', 'Спутник'] },
  { id: 'xinhua', names: ['Xinhua', 'Синьхуа'] },
  { id: 'notimex', names: ['Notimex'] },
  { id: 'dpa', names: ['dpa', 'DPA'] },
  { id: 'ansa', names: ['ANSA'] },
  { id: 'upi', names: ['UPI', 'United Press International'] },
  { id: 'europapress', names: ['Europa Press'] },
  { id: 'prensalatina', names: ['Prensa Latina'] },
  { id: 'anadolu', names: ['Anadolu', 'Анадолу'] },
  { id: 'bloomberg', names: ['Bloomberg', 'Блумберг'] },
  { id: 'ukrinform', names: ['Ukrinform', 'Укринформ'] },
  { id: 'unian', names: ['UNIAN', 'УНИАН'] },
  { id: 'belta', names: ['BelTA', 'БелТА'] },
  { id: 'kyodo', names: ['Kyodo', 'Киодо'] },
  { id: 'pti', names: ['PTI', 'Press Trust of India'] },
  { id: 'irna', names: ['IRNA', 'ИРНА'] },
];
