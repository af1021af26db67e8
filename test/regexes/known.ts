/**
 * Expressions whose time grows faster than their input, and what bounds that input. Where nothing does, the
 * expression is mended instead: `(?<!x)x+$` begins at a run's first character only, where `x+$` would begin
 * at each of them.
 */
export const KNOWN: readonly (readonly [expression: RegExp, bound: string])[] = [
  [/\{[^}]*\.json\}$/, 'the patterns of our own routes'],
  [/^#+\s*|\s*#+$/g, 'a first line of at most 200 characters'],
  [
    /^[^\p{Cc}<>@]*(?:<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u,
    'an address in the desk’s own file of notices',
  ],
  [
    /\s[-–—|•·/]\s|\s*[|•·]\s*|[,;]?\s*(?:\p{L}+\.?\s*)?\d/u,
    'a byline, of which 300 characters are kept',
  ],
  [/\s*\n\s*/g, 'our own lists of words'],
  [/([\d.]+)(ms|[dhms])/g, 'a span of time of at most 40 characters'],
  [/\/\/.*@/s, 'a setting of the desk’s own'],
  [/\s*[,;]\s*/, 'the list of a marker, in which every run of blanks stands beside a comma'],
  [/^['\s]+|['\s]+$/gu, 'a quotation of at most 2000 characters'],
  [/\s*[|\n]\s*/, 'our own lists of words'],
  [/\s*\|\s*/, 'our own lists of words'],
  [/\S*$/, 'the few words that are shown behind a credit'],
  [/0+$/, 'the digits of a number'],
  [/\B(?=(?:\d{3})+$)/g, 'the digits of a number'],
  [/\B(?=(\d{3})+$)/g, 'the digits of a number'],
  [/[\p{L}.]+$/u, 'the 20 characters before a full stop'],
  [/(?:\S+\s+){4}\S*[\s*_][-–—]\s*[«"„“*_\s]*$/u, 'the 140 characters before a name'],
  [/[.!?…"”»*]\s+[-–—/([]*\s*$/u, 'the 140 characters before a name'],
  [/^[*_]*:\s*[*_]*\s*["«“„]?\p{L}/u, 'the 160 characters behind a name'],
  [
    /(?<!\p{L})(?:fotos?|fotógraf\p{L}*|photos?|photograph\p{L}*|images?|imagen|imágenes|getty|pool|video|vídeo|фото|видео|credit|crédito)(?!\p{L})[^\n.]{0,60}$|(?:\|\s*|(?<!\p{L})via\s+|\p{L}\s\p{L}+\s?\/\s?)$|!\[[^\]\n]*$/iu,
    'the 140 characters before a name',
  ],
  [
    /(?<!\p{L})(?!(?:The|La|El|Agency|Agencia|Агентство)\s)\p{Lu}[\p{L}.]*\s+$/u,
    'the 140 characters before a name',
  ],
  [/^[a-z0-9-]+--[0-9a-f-]{36}$/i, '36 steps at each place at most'],
  [/[^\s<>()[\]:;,"@]{1,64}@[^\s<>()[\]:;,"@]{1,253}/, '64 steps at each place at most'],
  [/\d{8,14}\.(?:gal|g[a-z]{1,4}g)[.\w-]*\.json/i, 'the name or address of one file'],
  [
    /^\W*(?:just a moment|attention required|are you (?:a )?(?:human|robot)|(?:please )?verify (?:that )?you are|.{0,30}captcha|(?:security|robot|browser) (?:check|verification)|checking your browser|human verification|ddos-guard|un momento|eres humano|verificaci[oó]n de seguridad|вы не робот|проверка (?:браузера|безопасности)|подтвердите, что)/iu,
    '200 characters of a title',
  ],
  [/[—–-] ([^()\n]{0,80})\(@\w{1,20}\)[^()\n]{0,40}$/u, 'the last 160 characters of a post'],
  [/ by (?<who>\S.*?): wait until it is done$/s, 'our own message'],
  [/^checks-.*\.index(?:\..*)?$/, 'names of files that the desk made'],
];
