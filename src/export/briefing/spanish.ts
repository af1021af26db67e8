/** The briefing's phrases in Spanish. */
import type { Phrases } from './phrases.ts';
import { SPANISH_TERMS } from './spanish-terms.ts';

const y = (words: readonly string[]): string => listed(words, 'y');
const o = (words: readonly string[]): string => listed(words, 'o');
const counted = (n: string, one: string, many: string): string => `${n} ${n === '1' ? one : many}`;
const articles = (n: string): string => counted(n, 'artículo', 'artículos');
const publishers = (n: string): string => counted(n, 'medio', 'medios');

function listed(words: readonly string[], between: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${between} ${words.at(-1)}`;
}

export const SPANISH: Phrases = {
  quote: (words) => `«${words}»`,
  // Up to four digits stand together, more are grouped by narrow spaces (RAE, Ortografía 2010).
  number: (value) => {
    const [whole = '', part] = String(value).split('.');
    const grouped =
      whole.replace('-', '').length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
    return part === undefined ? grouped : `${grouped},${part}`;
  },
  and: y,
  counted,
  bounds: ({ atLeast, atMost }, one, many) =>
    atLeast === atMost
      ? counted(atMost, one, many)
      : `al menos ${atLeast} y como mucho ${counted(atMost, one, many)}`,
  from: (first, last) => (first === last ? `El ${first}` : `Del ${first} al ${last}`),
  about: (sponsors, host) =>
    [y(sponsors), host].filter((name) => name !== undefined && name !== '').join(' en '),
  nouns: {
    article: ['artículo', 'artículos'],
    publisher: ['medio', 'medios'],
    language: ['idioma', 'idiomas'],
    item: ['elemento', 'elementos'],
    source: ['fuente', 'fuentes'],
  },
  terms: SPANISH_TERMS,
  labels: {
    articles: 'Artículos, medios y días del período',
    alert: 'Alerta',
    alerts: 'Alertas del período',
    finding: 'Hallazgo de una alerta',
    cascade: 'Cascada',
    cascades: 'Cascadas del período',
    claim: 'Afirmación juzgada',
    presence: 'Libro de presencia',
    coverage: 'Qué se consultó y qué respondió',
    gap: 'Fuente que no dice nada',
    undated: 'Artículos sin fecha',
    refused: 'Elementos que no se pudieron leer',
    indicator: 'Indicador',
    indicators: 'Lista de indicadores',
    dropped: 'copias que no nombran fuente',
    speaker: 'Quien habla, según el resto del artículo',
    utteredOn: 'Día de la declaración según la lectura',
    notWritten: 'Frases que la puerta rechazó',
    confidence: 'confianza',
  },
  furniture: {
    title: (watch) => (watch === undefined ? 'Informe' : `Informe: ${watch}`),
    subtitle: (period, what) => [period, what].filter((part) => part !== '').join(' · '),
    parts: {
      'bottom-line': 'En resumen',
      judgements: 'Juicios principales',
      alerts: 'Alertas',
      cascades: 'Quién repitió qué',
      claims: 'Afirmaciones y declaraciones',
      presence: 'Presencia',
      gaps: 'Lagunas y cobertura',
    },
    contents: 'Contenido',
    sources: 'Fuentes',
    backTo: (n) => `Volver a la mención ${n}`,
    archived: 'archivado como',
    undated: 'sin fecha',
    headline: 'tal como consta',
    ownCount: 'Contado por esta mesa',
    countAgain: 'se vuelve a contar con',
    refusedHeading: 'Frases que no se escribieron',
    refusedLead:
      'Lo que las fuentes de una frase no respaldan no se escribe. Aquí consta, con el motivo.',
    footer: (version) =>
      `Escrito por Atalaya ${version} con plantillas, sin modelo de lenguaje. Antes no es origen; coincidir no es causar. Una alerta es una pista, nunca una conclusión sobre nadie.`,
    because: (reason) => {
      switch (reason.kind) {
        case 'no-footing':
          return 'No tiene fuente.';
        case 'unknown-footing':
          return `Nombra la fuente ${reason.n}, que no está en la lista.`;
        case 'empty':
          return 'No dice nada.';
        case 'too-long':
          return 'Es más larga de lo que puede ser una frase.';
        case 'open-quotation':
          return 'Unas comillas no se cierran.';
        case 'quotation':
          return `«${reason.words}» no está en ninguna de sus fuentes.`;
        case 'day':
          return `El día ${reason.words} no está en ninguna de sus fuentes.`;
        case 'number':
          return `El número ${reason.words} no está en ninguna de sus fuentes.`;
        case 'confidence':
          return `Ningún juicio en que se apoya tiene el grado «${reason.words}».`;
        case 'two-judgements':
          return 'Gradúa más de una cosa: un juicio por frase.';
        case 'word':
          return `«${reason.words}» dice más de lo que la mesa puede decir con voz propia.`;
        case 'name':
          return `El nombre «${reason.words}» no está en ninguna de sus fuentes.`;
      }
    },
  },
  top: {
    period: (period, n, outlets, what) =>
      `${period} la mesa leyó ${articles(n)} de ${publishers(outlets)}${what === '' ? '' : ` sobre ${what}`}.`,
    nothing:
      'No se halló nada que destaque: ninguna alerta, ningún pasaje repetido, ninguna afirmación juzgada.',
    noAlert: 'No hay ninguna alerta en pie.',
    alertsStand: (alerts, one, high) =>
      `${alerts} ${one ? 'alerta sigue' : 'alertas siguen'} en pie, ${high} de gravedad alta`,
    gravest: (subject, measured) => `; la más grave trata de ${subject}: ${measured}.`,
    widest: (title, n, outlets) =>
      `Lo más repetido, ${title}, está en ${articles(n)} de ${publishers(outlets)}.`,
    widestOrigins: (title, n, outlets, origins) =>
      `Lo más repetido, ${title}, está en ${articles(n)} de ${publishers(outlets)}, y se remonta a ${origins}.`,
    noCascade: 'No se halló ningún pasaje que compartan varios artículos.',
    blindSources: (missing, of) =>
      `${missing} de ${counted(of, 'fuente', 'fuentes')} callan o no se pueden leer: lo que aquí falta pudo publicarse igualmente.`,
    blindFiles: (unread, of) =>
      `${unread} de ${counted(of, 'elemento', 'elementos')} no se pudieron leer: lo que aquí falta pudo publicarse igualmente.`,
    met: (subject, indicator, measured, estimate) =>
      `Que ${subject} cumpla el indicador ${indicator} (${measured}) es ${estimate}.`,
    independent: (title, outlets, origins) =>
      `${title} está en ${publishers(outlets)}, y se remonta a ${origins}: repetir no es confirmar.`,
    noJudgement: 'No se emite ningún juicio: nada de lo medido alcanza un umbral.',
  },
  alert: {
    none: 'No se midió ninguna alerta en el período.',
    measured: (indicator, severity, measured) =>
      `El indicador ${indicator} (gravedad: ${severity}) mide ${measured}.`,
    threshold: (from, state, estimate) =>
      `Salta desde ${from}; estado: ${state}; que la medida se sostenga es ${estimate}.`,
    closed: (reason) => `Se cerró: ${reason}.`,
    subsided: 'La última medida ya no alcanza el umbral.',
    against: (sentence) => `En contra: ${sentence}`,
    noneAgainst: 'No se halló nada en contra, lo que no quiere decir que no lo haya.',
    reads: (outlet, quote) => `En ${outlet} se lee ${quote}.`,
    rivals: (quotes) => `Qué otra cosa se vería igual: ${quotes.join('; ')}.`,
    clears: (quotes) => `Qué la despejaría: ${quotes.join('; ')}.`,
  },
  cascade: {
    none: 'No se halló ningún pasaje que compartan varios artículos del período.',
    earliest: (outlet, day) =>
      `Lo más temprano que se ha visto es de ${outlet}, ${day}; antes no es origen.`,
    order: (outlets) =>
      `Cuál fue anterior queda abierto, porque sus fechas se tocan: pudo ser ${o(outlets)}.`,
    orderUndated: 'Ninguno de los artículos tiene fecha, así que no se conoce el orden.',
    size: (n, outlets, languages) =>
      `Está en ${articles(n)} de ${publishers(outlets)}, en ${counted(languages, 'idioma', 'idiomas')}.`,
    origins: (utterances, agencies) => `Se remonta a ${utterances}, a través de ${agencies}.`,
    copies: (types) => `Las copias: ${y(types)}.`,
    dropped: (copies, one) =>
      `${copies} de ellas no ${one ? 'nombra' : 'nombran'} ninguna fuente, aunque el texto venía de otro sitio.`,
    droppedIn: (outlet, quote) => `${outlet} no nombra ninguna para ${quote}.`,
    parent: (outlet, parent, reason, share) =>
      `Una pista para ${outlet} es ${parent} (${reason}; ${share} % de los indicios).`,
    parentRivals: (outlets) => `También puede ser ${o(outlets)}.`,
    wire: (crediting, of, wire) =>
      `${crediting} de ${counted(of, 'miembro', 'miembros')} ${crediting === '1' ? 'cita' : 'citan'} a ${wire}, que puede ser el origen de todos.`,
    altered: (outlet, kind, from, to) => `Camino de ${outlet}, ${from} pasó a ${to} (${kind}).`,
    leftOut: (outlet, kind, from) => `Camino de ${outlet}, ${from} se omitió (${kind}).`,
  },
  claim: {
    none: 'No se juzgó ninguna afirmación del período.',
    rated: (checker, rating, day) =>
      `${checker} la califica de ${rating}${day === undefined ? '' : ` (${day})`}.`,
    checked: (checker, day) =>
      `${checker} la verificó sin dar calificación${day === undefined ? '' : ` (${day})`}.`,
    registered: (list) => `Consta en un registro de casos, ${list}.`,
    verdict: (verdict) => `En los términos de la mesa: ${verdict}.`,
    unchecked: 'No coincide con ella ninguna verificación publicada que la mesa conozca.',
    after: (outlet, { atLeast, atMost }) =>
      `${outlet} la llevó después de la primera verificación que la refuta, ${atLeast === atMost ? atLeast : `de ${atLeast} a ${atMost}`} días más tarde.`,
    clocks: (first, last, undated) =>
      `Los artículos que la llevan son ${first === last ? `del ${first}` : `del ${first} al ${last}`}${undated === '0' ? '' : `; sin fecha: ${undated}`}.`,
    stance: (counts) => `De los artículos que la llevan: ${counts.join('; ')}.`,
    origins: (bounds, n) => `Está en ${articles(n)} que se remontan a ${bounds}.`,
    differ: (what, values) => `Lo que no concuerda (${what}): ${values.join(' frente a ')}.`,
    credibility: (grade, words) =>
      `Credibilidad de la información, código del Almirantazgo: ${grade}, ${words}.`,
    said: (outlet, speaker, says, quote) =>
      speaker === undefined
        ? `En ${outlet}, sin nombrar a quien habla: ${quote}.`
        : `En ${outlet}, ${speaker} ${says}: ${quote}.`,
    uttered: (quote, value) => `El artículo lo fecha en ${quote} (${value}).`,
    noSpeaker: 'sin nombrar a quien habla',
  },
  presence: {
    atLeast: 'al menos',
    none: 'El libro no contiene nada sobre esto.',
    pair: (sender, host) => `${sender} en ${host}`,
    noEntry: 'No consta ningún recuento.',
    entry: (measure, unit, scope, count, day, source) =>
      `${source} declara ${count}, ${day} (${measure}; ${unit}; ${scope}).`,
    differing: (counts) =>
      `Fuentes de los mismos días difieren y se dejan lado a lado: ${y(counts)}.`,
    unverified: 'No consta la unidad o el alcance: no se pone al lado de nada más.',
    step: (from, to, words) => `De ${from} a ${to}: ${words}.`,
    size: (count, unit, scope, verdict) =>
      `El último recuento, ${count} (${unit}; ${scope}), está ${verdict}.`,
    expected: (low, high, set) =>
      high === undefined
        ? `Lo esperable según ${set}: ${low} o más.`
        : `Lo esperable según ${set}: de ${low} a ${high}.`,
    coincides: (sentence) => `La mesa lo calcula en inglés: «${sentence.replace(/\.$/, '')}».`,
    rivals: (quotes) => `Qué otra cosa dejaría las mismas huellas: ${quotes.join('; ')}.`,
    cannotSay: (quote) => `No se indica nada esperable: ${quote}.`,
    superseded: (entries, one) =>
      `${entries} ${one ? 'entrada está corregida' : 'entradas están corregidas'} por otras y no ${one ? 'cuenta' : 'cuentan'} en ningún sitio.`,
    relation: (outlet, quote) => `${outlet} cuenta ${quote}.`,
  },
  gap: {
    leads: {
      coverage: 'Qué se miró',
      sources: 'Fuentes que no dicen nada',
      dates: 'Fechas e idiomas',
      unread: 'Sin leer',
      quiet: 'Indicadores en calma, primero los más cercanos',
      shown: 'No se muestra aquí',
      refused: 'No se escribió',
    },
    watch: (sources, speaking) =>
      `La vigilancia consulta ${counted(sources, 'fuente', 'fuentes')}, y ${speaking} responden con algo nuevo.`,
    silent: (silent, blocked, waiting) =>
      `En silencio: ${silent}; sin poder leerse: ${blocked}; sin consultar aún: ${waiting}.`,
    files: (items, n) =>
      `La mesa recibió ${counted(items, 'elemento', 'elementos')} y conserva ${articles(n)} de ellos.`,
    unread: (unread) => `Sin poder leerse: ${unread}.`,
    source: (source, why) => `${source}: ${why}.`,
    moreSources: (n) => `Lo mismo ocurre con ${n} más.`,
    undated: (n, one) =>
      `${n} ${one ? 'artículo no tiene' : 'artículos no tienen'} fecha y no ${one ? 'puede' : 'pueden'} situarse en el período.`,
    languages: (counts) => `Por idioma: ${y(counts)}.`,
    refused: (counts) => `Elementos que no se pudieron leer: ${y(counts)}.`,
    nearest: (indicator, subject, value, from) =>
      `${indicator} está más cerca en ${subject}: ${value}; salta desde ${from}.`,
    cannot: (indicator, why) => `${indicator} no se pudo medir: ${why}.`,
    shown: (shown, of) =>
      `De ${counted(of, 'cascada', 'cascadas')} se muestran las ${shown} más amplias.`,
    notWritten: (n, one) =>
      `${n} ${one ? 'frase no se escribió' : 'frases no se escribieron'}, porque las fuentes no ${one ? 'la' : 'las'} respaldan.`,
    onlyPublic:
      'Solo se leyó lo publicado abiertamente; lo que nadie publicó, o está tras un acceso, no está aquí.',
  },
};
