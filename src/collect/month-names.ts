/** Months and weekdays as publishers write them: en, es, ru, uk, pt, fr, de, it and neighbours. */

/** Each row: January to December; forms of one month between bars. */
const MONTHS: readonly string[] = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep|sept oct nov dec',
  'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  'ene feb mar abr may jun jul ago sep|set oct nov dic',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'янв фев|февр мар апр май июн июл авг сен|сент окт ноя|нояб дек',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'janvier février|fevrier mars avril mai juin juillet août|aout septembre octobre novembre décembre|decembre',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września|wrzesnia października|pazdziernika listopada grudnia',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'januari februari maret april mei juni juli agustus september oktober november desember',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts april maj juni juli august september oktober november december',
  'január február március április május június július augusztus szeptember október november december',
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  'يناير فبراير مارس أبريل|ابريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
];

const MONTH_OF = new Map<string, number>();
for (const row of MONTHS) {
  row.split(' ').forEach((forms, i) => {
    for (const form of forms.split('|')) MONTH_OF.set(form, i + 1);
  });
}

/** Weekdays, and words that stand between the parts of a date and say nothing. */
const SILENT = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun',
    'lunes martes miércoles miercoles jueves viernes sábado sabado domingo lun mié mie jue vie sáb sab dom',
    'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс',
    'понеділок середа четвер пʼятниця субота неділя',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche',
    'of the on at de del el la las los a em às le da в во г года г. року at: h hs hrs horas hours uhr',
    'published updated posted publicado actualizado опубликовано обновлено date fecha дата',
  ]
    .join(' ')
    .split(' '),
);

/** All names of months, the longest first. */
export const MONTH_WORDS: readonly string[] = [...MONTH_OF.keys()].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

/** The month (1–12) that a word names, in lower case and without a full stop. */
export function monthNamed(word: string): number | undefined {
  return MONTH_OF.get(word);
}

/** Whether a word in a date adds nothing to it. */
export function isSilent(word: string): boolean {
  return SILENT.has(word);
}
