/** The sections of staff that a diplomatic list opens within a mission, in four languages. O(length). */

/** The kinds of staff that a list may set apart; `defence` are diplomats of the defence attaché's office. */
export type Section = 'diplomatic' | 'defence' | 'administrative-technical' | 'service';

const SECTIONS: readonly (readonly [RegExp, Section])[] = [
  [
    /^(?:members of the )?(?:administrative(?: and| &|,)? technical|administrative|technical) (?:staff|personnel)|^personal (?:administrativo|t[eé]cnico)|^personnel (?:administratif|technique)|^административно-технический (?:персонал|состав)/iu,
    'administrative-technical',
  ],
  [
    /^(?:members of the )?service (?:staff|personnel)|^personal de servicio|^personnel de service|^обслуживающий персонал/iu,
    'service',
  ],
  [
    /^(?:members of the )?(?:diplomatic|consular) (?:staff|personnel|agents|officers)|^personal diplom[aá]tico|^(?:personnel|membres du personnel) diplomatique|^дипломатический (?:персонал|состав)/iu,
    'diplomatic',
  ],
  // Nothing may follow: an address would ("Defence Section: 12 Invented Street").
  [
    /^(?:(?:office of the )?(?:defen[cs]e|military|naval|air)(?:(?:,| and|,? &) (?:military|naval|air)){0,2} (?:section|office|attach[eé]s?['’]?s? (?:office|section)|attach[eé]s)|office of the (?:defen[cs]e|military) attach[eé]|agregadur[ií]a(?: militar| naval| a[eé]rea| de defensa|,| y){1,5}|oficina del agregado (?:militar|naval|a[eé]reo|de defensa)|(?:bureau|section) (?:de l['’]attach[eé] )?(?:de (?:la )?d[eé]fense|militaire)|аппарат военного атташе|военный атташат):?$/iu,
    'defence',
  ],
  [
    /^(?:(?:political|economic|commercial|trade|consular|cultural|press|public affairs|administrative|visa|economic and commercial) (?:section|office)|secci[oó]n (?:pol[ií]tica|econ[oó]mica|comercial|consular|cultural)|section (?:politique|[eé]conomique|commerciale|consulaire|culturelle)|(?:политический|экономический|консульский|торговый) отдел):?$/iu,
    'diplomatic',
  ],
];

/** The section of staff that a line opens. */
export function sectionOf(line: string): Section | undefined {
  const text = line.trim();
  if (text.length > 60) return undefined;
  return SECTIONS.find(([form]) => form.test(text))?.[1];
}
