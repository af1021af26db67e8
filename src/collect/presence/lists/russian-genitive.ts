/**
 * The genitive of a state's name in Russian, as "Посольство …" asks for it: adjectives and nouns word by
 * word, by their endings (Zaliznyak's regular types), and a few names that follow none. O(length).
 */

/** Names and words whose genitive their ending does not tell; those that never change stand twice. */
const IRREGULAR = new Map(
  `острова островов|штаты штатов|эмираты эмиратов|нидерланды нидерландов|филиппины филиппин
мальдивы мальдив|багамы багам|коморы комор|сейшелы сейшел|гренадины гренадин|египет египта
беларусь беларуси|бангладеш бангладеш|антигуа антигуа|никарагуа никарагуа|папуа папуа|кюрасао кюрасао
буркина буркина|тонга тонга|шри шри|сьерра сьерра|коста коста|сан сан|сент сент|кот кот|кабо кабо
киншаса киншаса|браззавиль браззавиль|эль эль|пуэрто пуэрто|гонконг гонконга|сша сша|оаэ оаэ|и и
бисау бисау|северная северной|южная южной|центрально центрально|лесте лесте|соединенное соединенного
соединённое соединённого|королевство королевства|государство государства|самоа самоа|д д|сен сен|синт синт
кндр кндр|кнр кнр|юар юар|маврикий маврикия|израиль израиля|тайвань тайваня`
    .split(/[|\n]/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Endings, the first that fits; what a name ends in and none of these is left as it is. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ая$/u, 'ой'],
  [/яя$/u, 'ей'],
  [/ые$/u, 'ых'],
  [/ие$/u, 'их'],
  [/(?<=к)ий$/u, 'ого'],
  [/ый$/u, 'ого'],
  [/ой$/u, 'ого'],
  [/овы$/u, 'овых'],
  [/(?<=[гкхжшщч])а$/u, 'и'],
  [/а$/u, 'ы'],
  [/[яь]$/u, 'и'],
  [/й$/u, 'я'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/u, 'а'],
];
/** "Мексика" becomes "мексики", "Саудовская Аравия" "саудовской аравии"; in small letters. */
export function genitiveOf(name: string): string {
  return name.toLowerCase().replace(/\p{L}+/gu, inGenitive);
}

function inGenitive(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  const found = ENDINGS.find(([ending]) => ending.test(word));
  return found === undefined ? word : word.replace(found[0], found[1]);
}
