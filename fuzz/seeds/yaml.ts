/** Invented files of a desk: watches, indicators, channels. */

export const WATCHES = [
  `name: An invented watch
host: MX
sponsors: [RU, CN]
languages: [es, en, ru]
every: 30m
fetch:
  contact: desk@harbour.example
  pace: 1.5s
  maxBytes: 5MB
outlets:
  - domain: voice.example
    name: Voice
    country: RU
    affiliation: state-controlled
    labels: [SC, "x: y"]
    source: { name: An invented list, url: https://list.example/, date: 2024-09 }
outletLists:
  - file: lists/sites.csv
    format: atalaya
sources:
  - url: https://harbour.example/rss
    title: 'Harbour'
    tags: [port, sea]
  - https://eco.example/sitemap.xml
  - { url: "https://ledger.example/latest", kind: list, every: 2h, enabled: no, language: es, id: ledger }
rules:
  - id: burst
    least: 3
    of: &list [a, b]
    again: *list
`,
  'host: MX\nsponsors:\n- RU\nlanguages:\n- es\nsources:\n- url: https://harbour.example/rss\n',
] as const;

export const INDICATORS = [
  `# Own
indicators:
  - id: state-media-unattributed
    threshold: 3.5
    enabled: false
  - id: own-burst
    measure: burst
    title: { en: Burst, es: Racha }
    why:
      en: More than usual.
      es: Más de lo usual.
    severity: high
    threshold: 2
    lookBack: 90
    window: 7
    baseline: 56
    rivals:
      - en: A holiday.
        es: Un feriado.
    clears: []
`,
] as const;

export const NOTICES = [
  `webhooks:
  - id: hook
    url: https://hook.example/in
    secretFile: hook.secret
    least: high
mail:
  - id: post
    server: smtps://mail.example:465
    user: desk
    passwordFile: mail.secret
    from: desk@harbour.example
    to: [ana@harbour.example, "Ben <ben@harbour.example>"]
    least: medium
    daily: 7
    language: es
`,
] as const;
