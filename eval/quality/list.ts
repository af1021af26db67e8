/** What is measured, beside what is known of others. */
import type { Entry, FigureKind, FigureWanted } from './entry.ts';

const figure = (name: string, kind: FigureKind, ...at: string[]): FigureWanted => {
  return { name, kind, at };
};
const share = (name: string, ...at: string[]): FigureWanted => figure(name, 'share', ...at);

const CHECKTHAT = 'DATA/claims/checkthat22_2a';
const CLAIMS: readonly FigureWanted[] = [
  share('MAP@5', 'map5'),
  share('first', 'map1'),
  share('plain BM25, MAP@5', 'bm25Map5'),
  figure('a query', 'ms', 'msPerQuery'),
];
const CLAIMS_WRONG =
  'Claims in other words that no lexicon joins to those of the check; sentences of debates without their context ([claims](claims.md)).';

const TRACING: readonly Entry[] = [
  {
    ...{
      id: 'reuse',
      subject: 'tracing',
      title: 'Passages copied, reworded, translated (plagdet)',
    },
    command: ['eval', 'reuse', 'DATA/ntrex_reuse/dev'],
    unpack: 'reuse/ntrex_reuse_dev.tar.gz',
    figures: [
      share('all', 'overall', 'plagdet'),
      ...[
        'es-verbatim',
        'es-paraphrase',
        'x-en-es',
        'x-en-ru',
        'x-es-ru',
        'x-ru-es',
        'x-uk-ru',
      ].map((tier) => share(tier, 'tiers', tier, 'plagdet')),
    ],
    baseline:
      'best simple method of each tier: es-paraphrase .98, en→es .88, uk→ru .94, en→ru .39, es→ru .48, ru→es .28',
    wrong:
      'A headline without a full stop is taken along with the first sentence; the next sentence on one person is added; between Spanish and Russian single short sentences are lost ([results](../bench/RESULTS.md)).',
  },
  {
    ...{ id: 'reuse-pairs', subject: 'tracing', title: 'Pairs of posts that share wording' },
    command: ['eval', 'reuse-pairs', 'DATA/corpora/telegram_ru_news_2024.jsonl.gz'],
    figures: [share('recall', 'recall'), share('precision', 'precision')],
    baseline: 'the gold is brute force over all pairs',
    wrong:
      'Of posts of any length one pair in twelve: those of fewer than twelve words share fewer than eight ([results](../bench/RESULTS.md)).',
  },
  {
    ...{ id: 'retrieval', subject: 'tracing', title: 'The translation of a sentence among 2,930' },
    command: ['eval', 'retrieval', 'eval/data/tico19.tsv.gz'],
    figures: ['en-es', 'es-en', 'en-ru', 'ru-en', 'es-ru', 'ru-es'].map((pair) =>
      share(pair, 'accuracy1', pair),
    ),
    baseline: 'shared n-grams alone: es→en .82, ru→en .54, es→ru .49',
  },
  {
    ...{
      id: 'similarity',
      subject: 'tracing',
      title: 'Do two articles tell one story (Pearson, Spanish)',
    },
    command: ['eval', 'similarity', 'DATA/similarity/semeval22_t8/es_es_dev.jsonl.gz'],
    figures: [figure('es-es', 'share', 'pearson', 'es-es')],
    baseline: 'TF-IDF .74',
  },
  {
    ...{ id: 'example', subject: 'tracing', title: 'The bundled example, invented' },
    command: ['eval', 'example'],
    figures: [
      share('echoes, precision', 'echo', 'p'),
      share('echoes, recall', 'echo', 'r'),
      share('copy type', 'copyType', 'accuracy'),
      share('parent', 'parent', 'accuracy'),
      share('credit dropped, F1', 'attributionDropped', 'f1'),
      share('ladder within bounds', 'ladder', 'contained'),
      share('bounds exact', 'ladder', 'exact'),
    ],
    wrong:
      'A paraphrase of four sentences in another order; a Russian credit of an outlet that has only a Latin name.',
  },
];

const READING: readonly Entry[] = [
  {
    ...{ id: 'attributions', subject: 'reading', title: 'Who says what, exact spans (PolNeAR)' },
    command: ['eval', 'attributions', 'DATA/dev'],
    unpack: 'reading/polnear/dev.tar.gz',
    figures: [
      share('source', 'exact', 'source', 'f1'),
      share('cue', 'exact', 'cue', 'f1'),
      share('content', 'exact', 'content', 'f1'),
      share('quoted, overlapping', 'quotedAllOverlap', 'f1'),
    ],
    published: 'BERT and CofeNet .83, .75, .73; BiLSTM-CRF .70, .67, .59; two people .78, .70, .65',
    baseline: 'rules of 126 lines .53, .56, .41; CRF .51, .53, .29',
    wrong:
      'A clause between subject and verb that is long; a reason behind a content that is taken into it; half a quotation behind "went on" ([reading](reading.md)).',
  },
  {
    ...{
      id: 'attributions-ru',
      subject: 'reading',
      title: 'The same in 104 Russian sentences, tokens',
    },
    command: ['eval', 'attributions-ru', 'DATA/reading/quotes_ru/ru_tokens_dev.tsv'],
    figures: ['source', 'cue', 'content'].map((role) => share(role, 'token', role, 'f1')),
    wrong: 'Headlines «X: …» without quotation marks ([reading](reading.md)).',
  },
  {
    ...{ id: 'dates', subject: 'reading', title: 'Dates in a text (TimeBank)' },
    command: ['eval', 'dates', 'DATA/TBAQ-cleaned/TimeBank'],
    unpack: 'reading/tempeval3/TBAQ-cleaned.tar.gz',
    figures: ['relaxed', 'strict', 'value'].map((how) => share(how, how, 'f1')),
    published: 'HeidelTime, test part of TempEval-3: relaxed .90, strict .81, value .78',
    wrong:
      'What the gold leaves open and is resolved here, fiscal periods, weeks for days, a year from a wrong guess of tense ([reading](reading.md)).',
  },
  {
    ...{ id: 'events', subject: 'reading', title: 'Events (PLOVER gold records)' },
    command: ['eval', 'events', 'DATA/reading/plover/plover_gold_dev.json'],
    figures: [
      share('type', 'eventType', 'accuracy'),
      share('countries, precision', 'country', 'p'),
      share('countries, recall', 'country', 'r'),
    ],
    wrong: 'Types that overlap (DEMAND and THREATEN, RETREAT and CONCEDE) ([reading](reading.md)).',
  },
  {
    ...{ id: 'mentions', subject: 'reading', title: 'Spanish names, strict (CoNLL-2002)' },
    command: ['eval', 'mentions', 'DATA/reading/ner/conll2002_es_val.conllu.gz'],
    figures: [share('F1', 'strict', 'f1')],
    published: 'trained on that corpus, test part: .81 (Carreras and others 2002)',
    baseline: 'lists and rules .54',
    wrong:
      'No corpus of Spanish news with names states a licence: learned from invented sentences ([reading](reading.md)).',
  },
];

const JUDGING: readonly Entry[] = [
  {
    ...{
      id: 'claims-2a',
      subject: 'judging',
      title: 'A tweet to its fact-check (CheckThat 2022 2A)',
    },
    command: ['eval', 'claims', CHECKTHAT],
    figures: CLAIMS,
    published: 'BM25 of the organisers, test part of 2021: MAP@5 .82',
    wrong: CLAIMS_WRONG,
  },
  {
    ...{ id: 'claims-2b', subject: 'judging', title: 'A sentence of a debate to its check (2B)' },
    command: ['eval', 'claims', 'DATA/claims/checkthat22_2b'],
    figures: CLAIMS,
    wrong: CLAIMS_WRONG,
  },
  {
    ...{ id: 'claims-none', subject: 'judging', title: 'Nothing found where nobody checked' },
    command: ['eval', 'claims-none', CHECKTHAT],
    figures: [
      share('true matches kept', 'kept'),
      share('sentences that match falsely', 'falseMatches'),
    ],
  },
  {
    ...{
      id: 'claims-cross',
      subject: 'judging',
      title: 'A claim to its check in another language (invented)',
    },
    command: ['eval', 'claims-cross'],
    figures: ['es-en', 'ru-en', 'en-es', 'ru-es', 'en-ru', 'es-ru'].map((pair) =>
      share(pair, pair, 'kept'),
    ),
    wrong: 'Russian stems share their translations among many endings ([claims](claims.md)).',
  },
  {
    ...{ id: 'ladders', subject: 'judging', title: 'Ten sources or one: 210 planted cases' },
    command: ['eval', 'ladders'],
    figures: [
      share('truth within bounds', 'ladder', 'contained'),
      share('bounds exact', 'ladder', 'exact'),
    ],
    wrong:
      'Never exact by design: one owner or one name, a common quotation only, one speaker with other words ([judging](judging.md)).',
  },
  {
    ...{
      id: 'stance',
      subject: 'judging',
      title: 'How an echo treats a claim (99 invented passages)',
    },
    command: ['eval', 'stance'],
    figures: [
      share('macro F1, tuned part', 'tune', 'macroF1'),
      share('macro F1, held part', 'held', 'macroF1'),
    ],
    wrong: 'Irony without a marked word is read as repeating ([judging](judging.md)).',
  },
];

const OTHERS: readonly Entry[] = [
  {
    ...{
      id: 'extraction',
      subject: 'collecting',
      title: 'Bodies of web pages (article extraction benchmark)',
    },
    command: ['eval', 'extraction', 'DATA/web/article_extraction_benchmark'],
    figures: [
      share('F1', 'f1'),
      share('precision', 'precision'),
      share('recall', 'recall'),
      figure('pages', 'perSecond', 'pagesPerSecond'),
    ],
    published: 'AutoExtract .970, trafilatura .958, newspaper4k .949',
    baseline: 'Readability .947',
    wrong: 'Pages with fewer than 25 words are refused ([extraction](extraction.md)).',
  },
  {
    ...{
      id: 'dates-html',
      subject: 'collecting',
      title: 'Day of publication of a page (part of htmldate’s set)',
    },
    command: ['eval', 'dates-html', 'DATA/web/dates_html_dev'],
    figures: [
      share('right', 'accuracy'),
      share('answered', 'answered'),
      figure('pages', 'perSecond', 'pagesPerSecond'),
    ],
    published: 'htmldate extensive .903 on the whole set',
    baseline: 'JSON-LD, meta, time and address .865',
    wrong:
      'Pages that state no date in their HTML, days of a change, calendars that are not read ([extraction](extraction.md)).',
  },
  {
    ...{ id: 'presence', subject: 'presence', title: 'Staff expected of a state, four hosts' },
    command: ['eval', 'presence', 'DATA/presence'],
    figures: [
      figure('counts', 'count', 'staff', 'n'),
      share('R²', 'staff', 'r2'),
      share('R², hosts left out', 'staff', 'lohoR2'),
      share('rank correlation, hosts left out', 'staff', 'lohoSpearman'),
      share('within the interval, hosts left out', 'staff', 'lohoCovered'),
    ],
  },
  {
    ...{ id: 'trace', subject: 'speed', title: '100,000 articles of 420 words traced' },
    command: ['bench', 'trace', '--articles', '100000'],
    figures: [
      figure('articles', 'perSecond', 'articlesPerSecond'),
      figure('memory', 'mb', 'peakMb'),
      ...['verbatim', 'edited', 'partial', 'paraphrased', 'translated'].map((kind) =>
        share(`recall, ${kind}`, 'recall', kind),
      ),
      figure('false pairs in 10,000 articles', 'count', 'falsePairsPer10k'),
    ],
    wrong:
      'Retellings within one large story, where each article is near to many ([results](../bench/RESULTS.md)).',
  },
  {
    ...{ id: 'pipeline', subject: 'speed', title: '3,000 articles from files to readings, SQLite' },
    command: ['bench', 'pipeline', '--articles', '3000'],
    figures: [
      figure('articles', 'perSecond', 'articlesPerSecond'),
      figure('memory', 'mb', 'peakMb'),
    ],
  },
  {
    ...{ id: 'encoder', subject: 'speed', title: 'The encoder, sentences of 26 words' },
    command: ['bench', 'encoder'],
    figures: [
      figure('all words new', 'perSecond', 'passagesPerSecond', 'cold'),
      figure('words known', 'perSecond', 'passagesPerSecond', 'warm'),
    ],
  },
];

/** Where no data is named, `eval` brings its own. All of them, in the order of the page. */
export const ENTRIES: readonly Entry[] = [...TRACING, ...READING, ...JUDGING, ...OTHERS];
