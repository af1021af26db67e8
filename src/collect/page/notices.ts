/**
 * Lines that a page puts into an article and that say nothing of its matter: pointers to other
 * articles, calls to subscribe or follow, credits of pictures, advertisements, copyright. Told by how
 * they begin or end, in the desk's languages and their neighbours; whole short lines only, so that a
 * sentence about newsletters stays.
 */

const list = (words: string): string => words.trim().replace(/\s*\n\s*/g, '|');

/** Labels that stand alone. */
const LABELS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${list(`
    advert(?:isement|orial)?s?|ad|sponsored(?: content)?|publicidad|anuncio|publicidade|реклама|werbung|anzeige|publicité|pubblicità
    (?:article|story|content)? ?continue[sd]?(?: reading)?(?: below)?(?: (?:this )?(?:advert\\w*|ad))?|scroll (?:down )?to continue.*|skip (?:to|advert).*
    continue reading(?: the main story)?|read more|see more|show more|load more|learn more|leer más|ver más|seguir leyendo|sigue leyendo|подробнее|далее|читать далее|saiba mais|leia mais|lire la suite|mehr lesen|weiterlesen
    close|caption|captions|menu|search|home|print|email|e-mail|share|shares|save|copy link|comments?|\\d+ comments?|leave a (?:comment|reply)|loading.*|sign in|log in|subscribe(?: now)?|buy now|image|photos?|video|gallery|play video|watch live
    compartir|imprimir|comentarios|comentar|guardar|suscríbete|galería|поделиться|комментарии|распечатать|compartilhe|comentários|imprimer|partager|commentaires|teilen|drucken|kommentare
    (?:image|photo|slide|foto|фото|imagen|bild) ?\\d+ ?(?:of|de|из|von|/|sur) ?/? ?\\d+|\\d+ ?(?:of|/) ?\\d+
    this (?:slideshow|content|video|gallery) requires javascript.?|(?:please )?(?:enable|turn on) javascript.*
  `)})[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** What leads to another article: the words before a title. */
const POINTERS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${list(`
    related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics|coverage|links?|reading))?|read(?: (?:also|more|next|this|our|the full))|also (?:read|see)|also (?:on|in) (?=\\S+\\.\\S)|see (?:also|more)|more (?:on|from|about|stories|news|great|like this|coverage)|more(?=:)|further reading|recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also (?:like|enjoy)|like|be interested)|don'?t miss|must[- ]read|most (?:read|popular|viewed)|trending(?: now)?|popular (?:this|now|posts|articles)|recent (?:articles|posts|stories)|latest (?:news|stories)|editor'?s picks?|up next|next (?:article|story|post)|previous (?:article|story|post)|watch(?: (?:also|more|now|live))?(?=:)|listen(?=:)|what to read next|in case you missed|want more
    lee (?:también|además|más)|lea (?:también|además|más)|leer (?:también|además)|te (?:puede|podría) interesar|te (?:recomendamos|sugerimos)|le puede interesar|puedes leer (?:también|más|aquí)|ve(?:r|a) (?:también|además|más)|mira también|además lee|más (?:información|noticias|sobre)(?=:)|más (?:leídas|noticias)|más en (?=\\S+\\.\\S)|noticias relacionadas|artículos? relacionados?|notas? relacionadas?|no te pierdas
    (?:читайте|читать|смотрите|смотреть|см\\.|слушайте) (?:также|ещё|еще|далее|по теме)|(?:материалы |новости |ещё |еще )?по теме|похожие (?:новости|статьи|материалы)|другие новости|(?:самое )?(?:популярное|читаемое)|рекомендуем|ва[мс] может (?:быть интересно|понравиться|заинтересовать)|главное сейчас|последние новости|читайте (?:ще|також)
    le(?:ia|r) (?:também|mais)|veja (?:também|mais)|saiba mais|confira (?:também|mais)|mais (?:lidas|notícias)|lire (?:aussi|également)|à lire (?:aussi|également)|voir aussi|(?:lesen|sehen) sie (?:auch|hier|mehr)|mehr (?:zum thema|dazu)|auch interessant|das könnte sie|leggi anche|potrebbe interessarti
  `)})(?![\\p{L}\\p{N}])`,
  'iu',
);

const NETWORKS =
  'twitter|facebook|instagram|youtube|telegram|whatsapp|tiktok|linkedin|google news|flipboard|vk|вконтакте|дзен';
/** Calls to subscribe, follow, share, write in: imperatives that speak of the publisher's own channels. */
const CALLS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${list(`
    (?:please )?(?:sign up|subscribe|register)(?= .*(?:newsletters?|inbox|e-?mails?|updates|alerts?|channel|podcast|youtube|subscri))|(?:get|receive) (?:our|the latest|the best|breaking|daily|more)(?= .*(?:newsletters?|inbox|e-?mails?|alerts?|app\\b|subscri))
    follow (?:us|me|him|her|them|@\\w+)(?![\\p{L}])|(?:follow|listen to) .{1,60} (?:on|at) (?:${NETWORKS}|apple podcasts|spotify)|(?:join|like|find|watch) us (?:on|at|here)|download (?:our|the) .{0,30}app(?![\\p{L}])|(?:click|tap) here(?![\\p{L}])|become a (?:member|subscriber|patron)|stay (?:up to date|informed|connected|tuned|on top)|(?:start|every) (?:your )?day.{0,60}newsletter
    (?:have|got) (?:a|any) (?:news )?(?:tip|story)(?: for us)?\\?|(?:do )?you have (?:a )?(?:tip|story)|(?:contact|e-?mail|write to) (?:the|our) (?:author|reporter|writer|editor|newsroom)|(?:reach|contact) .{1,40} (?:at|on) (?:\\S+@|twitter|https?:)|(?:like|enjoy(?:ed)?) this (?:article|story|post)|share this (?:article|story|post|on)|(?:let us know|tell us|what do you think)(?= .*(?:comments?|below|@))|join (?:the|our) (?:conversation|discussion|debate)|(?:this|our) (?:post|article|site|website|page|story) (?:may )?(?:contains?|uses?) (?:affiliate|cookies)|.{0,40}may (?:earn|receive) (?:an? )?(?:affiliate )?commission
    s[ií]gue(?:nos|me)(?![\\p{L}])|(?:suscr[ií]b(?:ete|ase)|únete|regístrate)(?= .*(?:newsletter|bolet[ií]n|correo|canal|telegram|whatsapp|youtube|aquí|edición|premium))|descarga (?:nuestra|la|aquí) |recibe (?:en tu|las|nuestr|noticias|todas)|comparte (?:esta|este) (?:nota|noticia|artículo)|¿quieres recibir
    подпи(?:сывайтесь|сывайся|шитесь|шись) |присоединяйтесь к (?:наш|нам)|следите за (?:нами|нашими|новостями|обновлениями)|(?:если (?:вы )?)?(?:нашли|заметили|увидели) (?:опечатку|ошибку)|поделитесь (?:этой|ссылкой|новостью|в соц)|хотите (?:получать|быть в курсе)
    siga(?:-nos| (?:o|a|nos|as) )(?=.*(?:${NETWORKS}|redes))|(?:assine|inscreva-se|receba|participe|entre)(?= .*(?:newsletter|canal|whatsapp|telegram|instagram|grupo|e-mail))|clique aqui|(?:abonnez|inscrivez)-vous|suivez-nous|(?:abonnieren|folgen) sie (?:uns|unseren)|iscriviti (?:alla|al)|seguici su
  `)})`,
  'iu',
);

/** Credits of pictures. Copyright lines and sources of the text stay: they say whose it is. */
const CREDITS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${list(`
    (?:image|photo(?:graph)?|picture|pic|illustration|file photo|cover image|featured image|foto(?:graf[ií]a)?|imagen|ilustración|imagem|фото(?:графия)?|иллюстрация|снимок|bild|crédits? photo|photo credits?|créditos? de (?:la )?(?:foto|imagen))(?: ?(?:credit|by|courtesy|source|de|via|crédito|автора|von|cortesía|©)s?(?: of)?)? ?(?::|©|\\||—|/)
    (?:image|photo(?:graph)?|picture)s? (?:credit|courtesy|by|via|from|copyright)
  `)})`,
  'iu',
);
/** How captions end: `(AP Photo/Name)`, `(Image: GETTY)`, `Name/Getty Images`; `(AFP)` alone is no picture's. */
const CAPTION_END =
  /(?:[([](?:ap photo|photo|image|picture|foto|фото|imagen|pic)(?![\p{L}])[^()[\]]{0,80}[)\]]|getty images|\/(?:shutterstock|istock))\.?$/iu;
const SHORTCODE = /^\[[^\]]{0,200}\].*\[\/\w+\]$/;

/** Longest line of each kind, in UTF-16 units: a longer one is a sentence of the article. */
const LABEL_LENGTH = 60;
const POINTER_LENGTH = 220;
const CALL_LENGTH = 320;
const CREDIT_LENGTH = 160;
const CAPTION_LENGTH = 400;

/** Whether a line is none of the article's, wherever it stands; `linked` is its share of links, 0–1. */
export function isNotice(line: string, linked: number, item: boolean): boolean {
  const { length } = line;
  if (length <= LABEL_LENGTH && LABELS.test(line)) return true;
  if (length <= POINTER_LENGTH && pointsElsewhere(line) && (linked > 0.3 || length < 40))
    return true;
  if (length <= CALL_LENGTH && !item && CALLS.test(line)) return true;
  if (length <= CREDIT_LENGTH && CREDITS.test(line)) return true;
  if (length <= POINTER_LENGTH && SHORTCODE.test(line)) return true;
  return length <= CAPTION_LENGTH && CAPTION_END.test(line);
}

/** Whether a line begins as one that leads to other articles. */
export function pointsElsewhere(line: string): boolean {
  return line.length <= POINTER_LENGTH && POINTERS.test(line);
}
