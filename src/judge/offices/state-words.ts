/**
 * Names and demonyms of the states and unions whose offices a desk meets most, in English, Spanish and
 * Russian, folded; `*` stands for any ending. A state that is not here is a plain word of the office,
 * which still tells it from others.
 */
const STATES: Readonly<Record<string, string>> = {
  US: `united states of america | united states | estados unidos | соединенн* штат* америки |
    соединенн* штат* | us | usa | u s | eeuu | ee uu | сша | american | americano | americana |
    estadounidense | американск*`,
  RU: 'russian | russia | rusia | ruso | rusa | россии* | россия | россию | российск* | рф',
  UA: 'ukraine | ukrainian | ucrania | ucraniano | ucraniana | украин*',
  MX: 'united mexican states | mexico | mexican | mexicano | mexicana | мексик*',
  ES: 'spain | spanish | espana | espanol | espanola | испани* | испанск*',
  GB: 'united kingdom | great britain | uk | u k | british | britain | reino unido | britanico | britanica | великобритани* | британск*',
  FR: 'france | french | francia | frances | francesa | франци* | французск*',
  DE: 'germany | german | alemania | aleman | alemana | германи* | немецк* | фрг',
  AR: 'argentina | argentine | argentinian | argentino | аргентин*',
  BR: 'brazil | brazilian | brasil | brasileno | brasilena | бразил*',
  CO: 'colombia | colombian | colombiano | colombiana | колумби*',
  VE: 'venezuela | venezuelan | venezolano | venezolana | венесуэл*',
  CU: 'cuba | cuban | cubano | cubana | куб | куба | кубы | кубе | кубу | кубинск*',
  CL: 'chile | chilean | chileno | chilena | чили | чилииск*',
  PE: 'peru | peruvian | peruano | peruana | перу | перуанск*',
  CN: 'china | chinese | chino | кита* | кнр',
  PL: 'poland | polish | polonia | polaco | polaca | польш* | польск*',
  BY: 'belarus | belarusian | bielorrusia | bielorruso | беларус* | белорус*',
  TR: 'turkey | turkish | turkiye | turquia | turco | turca | турци* | турецк*',
  IR: 'iran | iranian | irani | иран*',
  IL: 'israel | israeli | израил*',
  CA: 'canada | canadian | canadiense | канад*',
  IT: 'italy | italian | italia | italiano | italiana | итали* | итальянск*',
  JP: 'japan | japanese | japon | japones | japonesa | япони* | японск*',
  IN: 'india | indian | indio | инди* | индииск*',
  NI: 'nicaragua | nicaraguan | nicaraguense | никарагуа*',
  BO: 'bolivia | bolivian | boliviano | boliviana | боливи*',
  EC: 'ecuador | ecuadorian | ecuatoriano | эквадор*',
  GT: 'guatemala | guatemalan | guatemalteco | гватемал*',
  SV: 'el salvador | salvadoran | salvadoreno | сальвадор*',
  EU: 'european union | eu | union europea | ue | евросоюз* | европейск* союз* | ес',
  UN: 'united nations | un | u n | naciones unidas | onu | оон | организации объединенных нации',
  NATO: 'nato | otan | нато',
};

/** Phrases of words with the code that they name. */
export const STATE_PHRASES: readonly (readonly [string, string])[] = Object.entries(STATES).flatMap(
  ([code, names]) =>
    names
      .split('|')
      .map((name): readonly [string, string] => [name.trim().replace(/\s+/g, ' '), code]),
);
