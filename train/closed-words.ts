/** Words of closed classes with the only tag they take in running text: our own lists. */
import type { Tag } from '../src/read/tagging/tagged.ts';
import { commonVerbs } from './common-verbs.ts';

const SPANISH: Partial<Record<Tag, string>> = {
  ADP: 'a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin tras excepto',
  DET: 'el las los un una unas unos su sus mi mis tu tus nuestro nuestra nuestros nuestras cuyo cuya cuyos cuyas cada ambos ambas este esta esos esas dicho dicha dichos dichas aquel aquella aquellos aquellas ningún algún',
  CCONJ: 'y e o u ni pero sino mas',
  PRON: 'se yo ella ellos ellas nosotros nosotras ustedes usted quien quienes le les me te nos ello nadie alguien nada algo quién quiénes esto eso aquello él',
  SCONJ: 'si porque aunque pues',
  AUX: 'ha han he hemos había habían habría habrían haya hayan hubiera hubieran es son fue fueron era eran será serán sería serían ser sido siendo sea sean',
  ADV: 'no también tampoco ya aún todavía ayer hoy mañana siempre nunca jamás además así entonces allí aquí ahora',
};

const RUSSIAN: Partial<Record<Tag, string>> = {
  NOUN: 'люди людей людям людьми людях',
  ADP: 'в во на с со к ко у о об обо от ото из изо за под подо над надо при про без безо для до между через перед передо среди против ради из-за из-под сквозь кроме',
  CCONJ: 'и или но а либо',
  SCONJ: 'что чтобы если хотя чтоб поскольку ибо',
  PART: 'не ни бы ли же ведь лишь разве',
  PRON: 'я ты он она оно мы вы они меня тебя нас вас мне тебе ему ей нам вам им мной тобой нами вами ими себя себе собой кто кого кому кем никто никого никому никем ничего ничто нему ней ним ними нём нем них него неё нее',
  DET: 'этот эта эти этой этого этому этим этих этими этом эту мой моя моё мои моего моей моих моим моими твой твоя наш наша наше наши нашего нашей нашему нашим наших нашими ваш ваша ваши вашего вашей свой своя своё свои своего своей своему своим своих своими свою своём каждый каждая каждого каждой',
  AUX: 'был была было были быть будет будут буду будем будучи',
  ADV: 'также тоже уже ещё еще очень теперь сейчас вчера сегодня завтра тогда затем потом здесь там где когда почему зачем всегда никогда',
};

/** Past tenses that look like nouns to a tagger that has not met them. */
const SPANISH_VERBS =
  'dijo dijeron hizo hicieron tuvo tuvieron pudo pudieron puso pusieron quiso quisieron vino vinieron vio vieron dio dieron ' +
  'supo supieron trajo trajeron condujo condujeron hubo produjo produjeron redujo redujeron propuso propusieron sostuvo mantuvo ' +
  'mantuvieron detuvo detuvieron obtuvo obtuvieron impuso impusieron expuso intervino convino previno';

/** The list of a language. */
export function closedWords(language: 'es' | 'ru'): Map<string, Tag> {
  const verbs = language === 'es' ? SPANISH_VERBS.split(' ') : commonVerbs();
  const lists = Object.entries(language === 'es' ? SPANISH : RUSSIAN) as [Tag, string][];
  return new Map([
    ...verbs.map((word): [string, Tag] => [word, 'VERB']),
    ...lists.flatMap(([tag, words]) => words.split(' ').map((word): [string, Tag] => [word, tag])),
  ]);
}
