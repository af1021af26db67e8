/**
 * The words by which a text credits an agency, in English, Spanish and Russian: what may stand before
 * or behind the agency's name. They are the trade's plain phrases, learned from no corpus.
 *
 * All are tried on a window of fixed width, which bounds their repeats. Small letters are asked for
 * where a name in capitals would change the sense ("según Juan de EFE"), so the flag `i` is only set
 * where no pattern tells cases apart.
 */

import { AGENCIES } from './agencies.ts';

/** One of the phrases, its first letter small or capital, any white space between its words. */
const any = (...phrases: readonly string[]): string =>
  `(?:${phrases
    .map((phrase) => `[${phrase[0]}${phrase[0]!.toUpperCase()}]${phrase.slice(1)}`)
    .join('|')
    .replaceAll(' ', String.raw`\s+`)})`;

/** `the state news agency`, `la agencia de noticias estatal rusa`, `российское агентство`. */
const EN_AGENCY = String.raw`(?:(?:the|\p{Lu}\p{L}+['’]s)\s+)?(?:(?:[\p{L}'’]+\s+){0,4}agency,?\s+)?`;
const ES_AGENCY = String.raw`(?:(?:la|el|las)\s+)?(?:agencias?,?\s+(?:[\p{Ll}]+,?\s+){0,5})?`;
const RU_AGENCY = String.raw`(?:(?:[\p{Ll}-]+\s+){0,2}(?:\p{Ll}*агентств\p{Ll}*|корреспондент\p{Ll}*)\s+)?`;
/** Between cue and name: an opening quote, emphasis. */
const MARKS = `[«"„“*_]*`;
/** Other agencies in the same breath: `AFP, EFE y `, ` / EFE`. */
const AGENCY = `(?:${AGENCIES.flatMap(({ names }) => names)
  .sort((x, y) => y.length - x.length)
  .join('|')})`;
const AND = String.raw`(?:\s?[/,]\s?(?:and\s|y\s)?|\s(?:y|e|and|и)\s)(?:[Tt]he\s|[Ll]a\s)?`;
export const OTHERS = `(?:${AGENCY}${AND}){0,3}`;
export const MORE = `(?:${AND}${AGENCY}){0,3}`;

/** Matches where one of the cues ends the text. */
const ending = (...cues: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${cues.join('|')})${MARKS}$`, 'u');

/** A word for agency right before the name. */
export const AGENCY_BEFORE = ending(
  String.raw`[Aa]gency,?\s+`,
  String.raw`[Aa]gencia,?\s+(?:\p{Ll}+,?\s+){0,5}`,
  String.raw`\p{L}?\p{Ll}*гентств\p{Ll}*\s+`,
);

const ES_SAID =
  'dij|dec|declar|explic|afirm|indic|confirm|asegur|cont|señal|anunci|precis|coment|inform|relat|respond|admit|manifest|expres|advert|advirt|sostuv|agreg|añad|reconoc|reiter|denunci|anticip|adelant|entreg';

/** Said, given or shown to the agency. */
export const VIA_BEFORE = ending(
  `${any('told', 'tells', 'telling', 'said to', 'spoke to', 'spoke with', 'speaking to', 'interview with', 'interview to', 'statement to', 'emailed to', 'obtained by', 'seen by', 'reviewed by')}\\s+${EN_AGENCY}`,
  String.raw`(?:${ES_SAID})\p{Ll}*\s+(?:\p{Ll}+\s+){0,2}a\s+${ES_AGENCY}`,
  `${any('entrevista con', 'entrevista a', 'declaraciones a', 'conversación con', 'comunicación con', 'obtenido por', 'obtenida por', 'obtenidos por', 'revisados por', 'revisado por')}\\s+${ES_AGENCY}`,
  `${any('агентству', 'в беседе с', 'в интервью', 'в разговоре с', 'в комментарии', 'в комментарии для', 'в распоряжении', 'источник', 'источники', 'источника', 'собеседник', 'собеседники', 'комментируя')}\\s+(?:агентства\\s+)?`,
);
/** Russian past verbs: before a name without endings they may mean "said" or "said to". */
export const RU_PAST_BEFORE = ending(
  `${any('сообщил', 'передал', 'заявил', 'рассказал', 'пояснил', 'сказал', 'подтвердил', 'отметил', 'уточнил', 'написал', 'добавил', 'объяснил', 'напомнил')}(?:а|и)?\\s+`,
);
/** `сообщил Reuters.`: nobody else is named who could have said it to the agency. */
export const RU_SAYS_ITSELF = /^(?:сообщил|передал|написал|уточнил)\s/u;
export const RU_SAID_END = /^["»”*_]*(?:[.;!]|\s*$|\s*\n|,?\s+[сc][оo]?\s+ссылкой(?!\p{L}))/u;
/** `Об этом РИА Новости рассказал …`: said to. */
export const RU_ABOUT_BEFORE = ending(String.raw`[Оо]б\s+этом\s+`);
export const RU_ABOUT_BEHIND =
  /^["»”*_]*\s+(?:сообщил|рассказал|заявил|пояснил|сказал)[аи]?(?!\p{L})/u;

const ES_REPORTS =
  'inform|report|public|señal|indic|precis|agreg|destac|comen|anunci|asegur|revel|reseñ|detall|adelant|consign|relat|apunt|subray|constat';

/** The agency as the text's own source, the cue before its name. */
export const CITED_BEFORE = ending(
  `${any('according to', 'citing', 'quoting', 'reported by', 'cited by', 'quoted by', 'published by', 'report by', 'report from', 'reports from', 'reports by', 'reports')}\\s+${EN_AGENCY}`,
  String.raw`${any('según', 'conforme a', 'de acuerdo con', 'de acuerdo a')}\s+(?:(?:\p{Ll}+\s+){0,5}de\s+|\p{Ll}{2,}(?:ó|aron|o)\s+)?${ES_AGENCY}`,
  String.raw`citad[oa]s?\s+por\s+${ES_AGENCY}`,
  String.raw`[Cc]itando\s+(?:a\s+)?${ES_AGENCY}`,
  String.raw`(?:[Cc]omo\s+)?(?:(?:${ES_REPORTS})(?:ó|a|an|aron|aba)|difund(?:ió|e)|añad(?:ió|e)|dijo|dice|transmit(?:ió|e))\s+(?:(?:hoy|ayer|este|esta|el|\p{Ll}+es|sábado|domingo)\s+){0,2}${ES_AGENCY}`,
  String.raw`${any('сообщает', 'сообщают', 'сообщило', 'передает', 'передаёт', 'передают', 'передало', 'пишет', 'пишут', 'написало', 'информирует', 'информируют', 'отмечает', 'уточняет', 'утверждает', 'цитирует', 'выяснило', 'ссылаясь на', 'со ссылкой на', 'по данным', 'по информации', 'по сведениям', 'по сообщению', 'по сообщениям')}\s+${RU_AGENCY}`,
  String.raw`(?:цитирует|приводит\s+слова)\s+\p{L}+\s+${RU_AGENCY}`,
  String.raw`[Кк]орреспондент(?:ы)?\s+`,
  String.raw`(?:сообщил|передал|заявил|уточнил|написал)[оиа]?\s+(?:[\p{Ll}-]+\s+){0,2}\p{Ll}*агентство\s+`,
);

/** The agency as the text's own source, the cue behind its name. */
export const CITED_BEHIND =
  /^["»”*_]*(?:,?\s+(?:(?:has|had|first|also)\s+){0,2}(?:reports|reported|writes|wrote|quoted|cited|adds|added)|(?<says>,?\s+(?:says|said)(?=\s+(?:on|that|in\s+a\s+report|earlier|citing)\s|[.,;]|\s*$))|\s+(?:informó|reportó|publicó|señaló|indicó|precisó|agregó|destacó|difundió|aseguró|reveló|detalló|añadió|adelantó|consignó|informa|reporta|señala|indica|asegura|cita|citó)|\s+(?:сообща[ею]т|сообщало|сообщали|сообщило|сообщили|переда[её]т|передают|передало|передавало|пишет|писало|писал|утвержда[ею]т|уточня[ею]т|отмеча[ею]т|цитирует|узнало|выяснило))(?!\p{L})/u;
/** Before the name: then it is something of the agency, or something done to it. */
export const NOT_SUBJECT = ending(
  `${any('of', 'from', 'with', 'to', 'at', 'by', 'for', 'told', 'de', 'del', 'a', 'al', 'por', 'con', 'para', 'en', 'contra', 'sobre', 'against', 'источник', 'источники', 'собеседник', 'редактор', 'журналист', 'директор', 'сотрудник')}\\s+(?:(?:the|la|el)\\s+)?(?:agencia\\s+(?:\\p{Ll}+\\s+){0,4}|(?:\\p{Ll}+\\s+){0,3}agency\\s+|агентства\\s+)?`,
);
/** Behind the name: the text goes on to the agency's own source. */
export const WITH_REFERENCE = /^["»”*_]*,?\s+[сc][оo]?\s+ссылкой(?!\p{L})/u;

/** A credit of the piece before the name, anywhere in a line. */
export const CREDIT_BEFORE = ending(
  String.raw`[Cc]on\s+(?:información|datos|reportes?|despachos?|notas?)\s+de\s+(?:las?\s+)?(?:agencias?\s+)?(?:\p{Ll}+\s+){0,2}${OTHERS}`,
  `${any('fuente', 'fuentes', 'source', 'sources', 'источник', 'источники', 'agencia', 'agencias')}\\s*:\\s*(?:the\\s+|la\\s+)?(?:agencia\\s+|agency\\s+|агентство\\s+)?${OTHERS}`,
  `${any('with files', 'with information', 'with reporting', 'with material', 'contains material', 'additional reporting')}\\s+(?:from|by)\\s+(?:the\\s+)?${OTHERS}`,
);
export const COPYRIGHT_BEFORE =
  /(?:©|\(c\)|copyright)[\s,]*(?:(?:©|\(c\)|copyright)[\s,]*)?(?:\d{4}[\s,]*)?(?:by\s+)?(?:the\s+)?$/iu;
/** Behind the name of the agency whose people took part; of one that itself took part. */
export const CONTRIBUTED =
  /^(?:['’]s)?\s+(?:\p{Ll}+\s+)?(?:writers?|reporters?|correspondents?|journalists?)\s[^\n]{2,150}?\scontributed(?!\p{L})/u;
export const TOOK_PART =
  /^\s+(?:also\s+)?contributed\s+to\s+(?:this|the)\s+(?:report|story|article)/u;

/** A line that is nothing but a credit: its beginning and its end around a name. */
export const LINE_BEFORE = new RegExp(
  String.raw`^[\s*_([—–/]*(?<by>${any('by', 'por', 'fuente', 'source', 'источник', 'agencia', 'agencias', 'agency', 'агентство', 'redacción', 'staff')}(?:\s*[:/|,]|\s+(?:y|and|и|con))?\s*)?(?:[Tt]he\s+|[Ll]a\s+)?${OTHERS}$`,
  'u',
);
export const LINE_BEHIND = new RegExp(
  String.raw`^${MORE}(?:[\s,.:|•·()\]*_—–-]+(?:\p{N}+(?:st|nd|rd|th|am|pm)?|[A-Z][a-z]+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*|[AaPp]\.?[Mm]\.?|E[DS]?T|GMT|UTC|[Uu]pdated|[Pp]ublished)(?!\p{L}))*[\s,.:|•·()\]*_—–/]*$`,
  'u',
);
/** `By JANE ROE, AP Diplomatic Writer`. */
export const BYLINE_BEFORE =
  /(?:^[\s*_]*|[—–|•]\s*|\d{4},?\s+)(?:[Bb]y|BY|[Pp]or|POR)\s+(?:\p{Lu}[\p{L}.'’]*\s+(?:\p{Lu}[\p{L}.'’]*(?:,\s*|\s+)(?:(?:and|y|[–—|-])\s+)?){1,12})?(?:of\s+)?(?:[Tt]he\s+)?$/u;
export const BYLINE_BEHIND =
  /^(?:\s+(?:\p{L}+\s+){0,2}(?:writer|reporter|correspondent|staff|editor)s?)?\s*(?:$|[|,•·–—-]|published|updated|posted)/iu;

/** A dash and a name at the end of a paragraph of some words: how posts sign off. */
export const SIGN_BEFORE = /(?:\S+\s+){4}\S*[\s*_][-–—]\s*[«"„“*_\s]*$/u;
export const SIGN_BEHIND = /^["»”*_\s.!]*$/u;
/** The name alone behind the last sentence of a text. */
export const CLOSING_BEFORE = /[.!?…"”»*]\s+[-–—/([]*\s*$/u;
export const CLOSING_BEHIND = /^[\s.)\]/*_]*$/u;
/** A line that begins with the name and a colon. */
export const LEAD_BEFORE = /^[^\p{L}\p{N}]*$/u;
export const LEAD_BEHIND = /^[*_]*:\s*[*_]*\s*["«“„]?\p{L}/u;

/** A picture's credit, which says nothing of the text: what stands before the name, and behind it. */
export const PHOTO_BEFORE =
  /(?<!\p{L})(?:fotos?|fotógraf\p{L}*|photos?|photograph\p{L}*|images?|imagen|imágenes|getty|pool|video|vídeo|фото|видео|credit|crédito)(?!\p{L})[^\n.]{0,60}$|(?:\|\s*|(?<!\p{L})via\s+|\p{L}\s\p{L}+\s?\/\s?)$|!\[[^\]\n]*$/iu;
export const PHOTO_BEHIND =
  /^(?:['’]s)?\s*(?:[/|,(-]\s*)?(?:photos?|fotos?|fotógraf\p{L}*|getty|file|archivo|images?|pool|tv|video)(?!\p{L})|^\s*\]\(/iu;

/** Part of another name: `AP-7`, `EPA-EFE`, `PMDB-AP`. */
export const JOINED_BEFORE = /[\p{L}\p{N}][-‐–&@.]$/u;
export const JOINED_BEHIND = /^(?:[-‐–&]\p{L}|[-‐–&/.]?\p{N}|@)/u;
/** Goes on as a longer name: `AP Moller`, `Sputnik V`. */
export const LONGER_NAME = /^\s\p{Lu}/u;
/** Ends a longer name: `Michael Bloomberg`. */
export const FULL_NAME =
  /(?<!\p{L})(?!(?:The|La|El|Agency|Agencia|Агентство)\s)\p{Lu}[\p{L}.]*\s+$/u;
/** What must stand behind a name that is also a person's or a party's. */
export const CLAUSE_END = /^["»”*_]*\s*(?:[.,;:!)]|$|\n)/u;
