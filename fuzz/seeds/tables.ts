/** Invented tables of presence, one a layout, and lists of addresses and sources. */

export const PRESENCE_TABLES = [
  `sender,host,measure,min,max,unit,scope,stated,as_of,kind,source_name,source_url,source_date,note,episode,supersedes
RU,MX,level,49,49,diplomats,embassy,"diplomats, all",2024-09,official-list,Invented ministry,https://ministry.example/list,2024-09-23,,,
CN,MX,expulsion,3,,staff,country,,2023-05-01,press,Invented Ledger,,,"said ""three""",wave-1,"Invented ministry, 2024-09"`,
  `host,sender,as_of,count,unit,scope,source,source_kind,note
Mexico,Russia,2024-09-23,85,diplomats,embassy in Mexico City,https://ledger.example/1,press,at least
Mexico,Cuba,2024,>10,staff,all,https://ledger.example/2,ministry,`,
  `episode,host,sender,date,count,unit,source
spring,Norway,Russia,2023-04-13,15,diplomats,https://ledger.example/3
spring,Norway,Russia,2022-04,3-5,intelligence officers,https://ledger.example/4`,
  `host,sender,list_date,diplomats,military_attaches,note,source
Mexico,Russia,2024-02,52,4,,https://ministry.example/list.pdf
Mexico,France,2024-02-01,30,,two pages missing,https://ministry.example/list.pdf`,
] as const;

export const ADDRESS_LISTS = [
  'https://ledger.example/2024/09/23/pier\n# remark\nledger.example/2024/2\n  http://eco.example/a-b-c\n',
  'url,title,published,language\nhttps://ledger.example/2024/pier,"The pier, again",2024-09-23,en\nhttps://eco.example/2,Two,2024,es\n',
  'title\turl\tdate\nOne\thttps://ledger.example/1\t2024-09-23\n',
  `${JSON.stringify({ url: 'https://ledger.example/pier', title: 'The pier', publish_date: '2024-09-23', language: 'en' })}\n${JSON.stringify({ url: 'https://eco.example/2', outlet: 'Eco' })}\n`,
  JSON.stringify([{ url: 'https://ledger.example/1' }, { link: 'https://eco.example/2' }]),
  '<opml version="2.0"><body><outline text="Wire"><outline text="Harbour" xmlUrl="https://harbour.example/rss"/></outline></body></opml>',
] as const;

export const SOURCE_CSVS = [
  'url,kind,outlet,title,language,tags,every,enabled\nhttps://harbour.example/rss,feed,harbour.example,Harbour,es,"port;sea",1h,true\nhttps://eco.example/sitemap.xml,sitemap,,,,,30m,no\n',
] as const;

export const OPMLS = [
  `<?xml version="1.0"?><opml version="2.0"><head><title>Invented</title></head><body><outline text="Port"><outline text="Harbour" type="rss" xmlUrl="https://harbour.example/rss" htmlUrl="https://harbour.example/" category="/Sea/Ships,News" language="es"/></outline><outline title="Eco" xmlurl="https://eco.example/rss"/></body></opml>`,
] as const;

/** What people hand over as articles: lines of JSON, a table, a text with front matter. */
export const ARTICLE_FILES = [
  `${JSON.stringify({ id: 'a1', url: 'https://ledger.example/1?utm_source=x', title: 'The pier', text: 'The pier was not leased, the council said.', published: '2024-09-23T14:05:00', outlet: 'Ledger', language: 'en', authors: ['Ana'] })}\n${JSON.stringify({ url: 'https://eco.example/2', content: 'Second text.', date: 1727100000, lang: 'es' })}\n`,
  JSON.stringify({
    articles: [{ title: 'One', body: 'Some text.', datePublished: { $date: '2024-09-23' } }],
  }),
  'title,text,url,published\nThe pier,"It was not leased,\nthe ""council"" said.",https://ledger.example/1,23/09/2024\nTwo,Second text.,,2024-09-22\n',
  '---\nurl: https://ledger.example/3\npublished: 23 September 2024\n---\n# The pier\n\nIt was not leased.\n',
  'Title: The pier\nURL: https://ledger.example/4\n\nIt was not leased, the council said.\n',
] as const;
