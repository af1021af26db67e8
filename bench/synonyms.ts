/**
 * Our own small table of other words, for planting paraphrased echoes (reword.ts): English and
 * Spanish, spelled out by form so that number and gender hold. It owes nothing to the lexicons that
 * the program finds retellings with: a measure that rewords by the words it is searched by would
 * measure itself.
 */

/** The languages that can be reworded. */
export const REWORDED = ['en', 'es'] as const;
export type RewordedLanguage = (typeof REWORDED)[number];

/** `from=to` pairs in lower case. A phrase is looked for before the words in it. */
const SYNONYMS: Readonly<Record<RewordedLanguage, string>> = {
  en: `
    as well as=together with; such as=for example; in order to=so as to; due to=because of;
    because of=owing to; according to=in the words of; a number of=several; more than=over;
    less than=under; at least=no fewer than; up to=as many as; in addition=moreover;
    for example=for instance; as a result=consequently; as of=by; in response to=in answer to;
    based on=resting on; associated with=linked to; known as=called; most of=the bulk of;
    one of=among; has been=was; have been=were; had been=was; can be=may be; may be=might be;
    could be=might be; should be=ought to be; is not=isn't; are not=aren't; was not=wasn't;
    were not=weren't; did not=didn't; do not=don't; does not=doesn't; cannot=can't;
    there are=one finds; there is=one finds; around the world=across the globe; long term=lasting;
    people=persons; persons=people; individuals=persons; disease=illness; diseases=illnesses;
    illness=sickness; outbreak=flare-up; outbreaks=flare-ups; epidemic=wave of illness;
    pandemic=global epidemic; countries=nations; country=nation; world=globe; worldwide=everywhere;
    global=worldwide; government=administration; governments=administrations; authorities=officials;
    officials=authorities; announced=made known; reported=stated; said=declared; says=declares;
    stated=said; found=discovered; shows=reveals; showed=revealed; shown=revealed;
    identified=pinpointed; confirmed=verified; suggests=implies; suggested=proposed;
    recommended=advised; recommends=advises; recommend=advise; required=obliged; requires=demands;
    require=demand; needs=requires; needed=necessary; necessary=needed; important=significant;
    significant=notable; critical=vital; essential=indispensable; major=leading; main=chief;
    large=big; larger=bigger; small=little; many=numerous; several=various; various=several;
    different=differing; similar=comparable; common=widespread; new=fresh; novel=new; early=initial;
    initial=first; current=present; currently=at present; recent=latest; recently=lately;
    rapidly=quickly; quickly=fast; severe=serious; serious=grave; mild=light; effective=efficient;
    possible=feasible; potential=possible; likely=probable; especially=above all;
    particularly=especially; approximately=roughly; about=around; around=roughly; often=frequently;
    usually=generally; generally=as a rule; mainly=mostly; however=even so; although=even though;
    while=whereas; because=since; since=given that; therefore=hence; thus=hence; also=likewise;
    including=among them; include=comprise; includes=comprises; included=comprised; use=employ;
    used=employed; using=employing; uses=employs; show=reveal; provide=supply; provides=supplies;
    provided=supplied; providing=supplying; develop=devise; developed=devised; developing=devising;
    increase=growth; increased=heightened; reduce=lower; reduced=lowered; reducing=lowering;
    prevent=avert; prevents=averts; preventing=averting; prevention=averting; avoid=shun;
    control=containment; spread=propagation; spreading=propagating; transmission=passing on;
    transmitted=passed on; infected=contaminated; caused=brought about; cause=bring about;
    causes=brings about; causing=bringing about; begin=start; began=started; started=began;
    ended=stopped; occur=happen; occurs=happens; occurred=happened; made=produced; make=produce;
    making=producing; given=handed; gave=handed; taken=adopted; take=adopt; became=turned;
    become=turn; remain=stay; remains=stays; allow=permit; allowed=permitted; allows=permits;
    keep=retain; stay=remain; closed=shut; closure=shutdown; closures=shutdowns;
    schools=places of teaching; workers=staff; staff=personnel; patients=sick people;
    patient=sick person; children=youngsters; doctors=physicians; physicians=doctors;
    hospital=clinic; hospitals=clinics; treatment=therapy; treatments=therapies; drugs=medicines;
    drug=medicine; symptoms=signs; tests=checks; test=check; testing=screening; tested=screened;
    study=inquiry; studies=inquiries; research=investigation; researchers=investigators;
    scientists=researchers; evidence=proof; data=figures; information=details; results=findings;
    result=outcome; number=count; numbers=counts; amount=quantity; rate=ratio; rates=ratios;
    level=degree; levels=degrees; risk=danger; risks=dangers; measures=steps; steps=measures;
    method=procedure; methods=procedures; goal=aim; response=reaction; area=zone; areas=zones;
    region=area; regions=areas; city=town; cities=towns; travel=journeys; trip=journey;
    deaths=fatalities; death=dying; died=perished; total=sum; whole=entire; entire=whole;
    whether=if; within=inside; without=lacking; during=in the course of; through=by way of;
    after=following; before=ahead of; between=amid; among=amid; until=up till; despite=in spite of;
    against=counter to; over=above; might=may; could=might; should=ought to; must=has to; two=2;
    three=3; four=4; five=5; six=6; seven=7; eight=8; nine=9; ten=10`,
  es: `
    así como=además de; tales como=por ejemplo; por ejemplo=a modo de ejemplo;
    sin embargo=no obstante; debido a=a causa de; a través de=por medio de;
    de acuerdo con=conforme a; con el fin de=para; a fin de=para; al menos=como mínimo;
    por lo tanto=así pues; por lo general=de ordinario; además de=aparte de; después de=tras;
    antes de=con anterioridad a; la mayoría de=la mayor parte de; en lugar de=en vez de;
    en todo el mundo=por el mundo entero; más de=por encima de; menos de=por debajo de;
    a pesar de=pese a; se informó=se comunicó; es posible que=quizá; ha sido=fue; han sido=fueron;
    había sido=fue; se debe=es preciso; no obstante=con todo; personas=gentes; enfermedad=dolencia;
    enfermedades=dolencias; brote=foco; brotes=focos; países=naciones; país=territorio;
    mundo=planeta; mundial=planetario; gobierno=ejecutivo; autoridades=instancias oficiales;
    anunció=dio a conocer; anunciaron=dieron a conocer; informó=comunicó; informaron=comunicaron;
    dijo=declaró; declaró=dijo; indicó=señaló; señaló=indicó; afirmó=aseguró; muestran=revelan;
    mostró=reveló; encontró=halló; encontraron=hallaron; descubrió=halló; identificó=reconoció;
    confirmó=ratificó; confirmados=comprobados; confirmado=comprobado; sugiere=apunta;
    sugieren=apuntan; recomienda=aconseja; recomiendan=aconsejan; recomendó=aconsejó;
    requiere=exige; requieren=exigen; necesita=precisa; necesitan=precisan; necesario=preciso;
    necesaria=precisa; necesarias=precisas; importante=relevante; importantes=relevantes;
    esencial=indispensable; esenciales=indispensables; principal=primordial;
    principales=primordiales; gran=enorme; grande=enorme; grandes=enormes; pequeño=reducido;
    muchos=numerosos; muchas=numerosas; varios=diversos; varias=diversas; algunos=unos cuantos;
    algunas=unas cuantas; similar=semejante; similares=semejantes; común=corriente;
    comunes=corrientes; nuevo=reciente; nueva=reciente; nuevos=recientes; nuevas=recientes;
    actual=presente; actuales=presentes; actualmente=hoy en día; recientemente=hace poco;
    rápidamente=con rapidez; grave=preocupante; graves=preocupantes; leve=suave; leves=suaves;
    eficaz=eficiente; eficaces=eficientes; posible=factible; posibles=eventuales;
    potencial=eventual; especialmente=sobre todo; particularmente=en especial;
    aproximadamente=más o menos; alrededor=cerca; generalmente=por regla general;
    principalmente=ante todo; frecuentemente=a menudo; además=asimismo; también=igualmente;
    aunque=si bien; mientras=en tanto; porque=ya que; incluso=hasta; incluyen=comprenden;
    incluye=comprende; incluidos=comprendidos; incluida=comprendida; incluido=comprendido;
    incluidas=comprendidas; usar=emplear; usa=emplea; usan=emplean; utilizar=emplear;
    utiliza=emplea; utilizan=emplean; utilizado=empleado; utilizados=empleados; uso=empleo;
    proporcionar=facilitar; proporciona=facilita; desarrollar=elaborar; desarrolló=elaboró;
    desarrollo=progreso; aumentar=elevar; aumento=incremento; aumentó=creció; reducir=disminuir;
    reduce=rebaja; prevenir=impedir; evitar=eludir; controlar=contener; control=freno;
    propagación=difusión; transmisión=contagio; infectadas=contagiadas; infectados=contagiados;
    infectada=contagiada; infectado=contagiado; causan=originan; causada=originada;
    causado=originado; causar=originar; provocar=ocasionar; provoca=ocasiona; comenzó=empezó;
    comenzaron=empezaron; comenzar=empezar; terminó=acabó; ocurre=sucede; ocurren=suceden;
    ocurrió=sucedió; realizar=efectuar; realizó=efectuó; realizado=efectuado; realizaron=efectuaron;
    obtener=conseguir; obtuvo=consiguió; permite=deja; permiten=dejan; permitir=dejar;
    mantener=conservar; mantiene=conserva; cierre=clausura; cerrar=clausurar; escuelas=aulas;
    trabajadores=empleados; empleados=trabajadores; pacientes=enfermos; paciente=enfermo;
    niños=menores; médicos=facultativos; médico=facultativo; hospital=centro sanitario;
    hospitales=centros sanitarios; tratamiento=remedio; tratamientos=remedios;
    medicamentos=fármacos; fármacos=medicamentos; síntomas=signos; pruebas=comprobaciones;
    prueba=comprobación; estudio=trabajo; estudios=trabajos; investigación=indagación;
    investigaciones=indagaciones; investigadores=estudiosos; científicos=investigadores;
    evidencia=constancia; resultados=hallazgos; resultado=desenlace; cantidad=cifra; número=total;
    tasa=proporción; tasas=proporciones; nivel=grado; niveles=grados; riesgo=peligro;
    riesgos=peligros; medidas=disposiciones; método=procedimiento; métodos=procedimientos;
    respuesta=reacción; área=zona; áreas=zonas; región=zona; regiones=zonas; ciudad=urbe;
    ciudades=urbes; lugares=sitios; casa=domicilio; viajes=desplazamientos; viaje=desplazamiento;
    muertes=defunciones; muerte=defunción; murieron=fallecieron; murió=falleció;
    mascarillas=cubrebocas; mascarilla=cubrebocas; atención=asistencia; apoyo=respaldo;
    falta=carencia; inicio=comienzo; período=lapso; alta=elevada; altas=elevadas; alto=elevado;
    altos=elevados; durante=en el transcurso de; según=a juicio de; contra=frente a;
    desde=a partir de; mediante=por medio de; puede=es capaz de; pueden=son capaces de;
    podría=sería capaz de; podrían=serían capaces de; debe=ha de; deben=han de; debería=habría de;
    deberían=habrían de; dos=2; tres=3; cuatro=4; cinco=5; seis=6; siete=7; ocho=8; nueve=9;
    diez=10; ayudar a=contribuir a; de manera=de modo; de forma=de modo`,
};

/**
 * Function words that can stand for each other, taken only where a run of words is left: an article
 * becomes a demonstrative, a conjunction a longer one. `from=one, other`.
 */
const FUNCTION_WORDS: Readonly<Record<RewordedLanguage, string>> = {
  en: `
    the=this, that; a=one, some; an=one, some; and=and also, plus, and then; or=or else, or even;
    which=and this; in=inside, within; on=upon; with=along with, together with; by=by means of;
    from=coming from; is=remains; are=remain; was=had been; were=had been; has=now has;
    have=now have; had=once had; may=may well, perhaps may; can=can well, at times can;
    will=will then, will surely; not=by no means, hardly; it=this, that; they=these, those;
    this=the, such; these=the, such; their=the, these; its=the, this; but=yet, but still;
    if=in case, provided; who=and who; when=whenever; we=all of us; all=each and all; some=certain;
    other=further; than=than even; such=this sort of`,
  es: `
    el=este, ese, dicho; la=esta, esa, dicha; los=estos, esos, dichos; las=estas, esas, dichas;
    del=de este, de ese, de dicho; al=a este, a ese, a dicho; un=cierto, algún; una=cierta, alguna;
    y=y también, así como; o=o bien, o incluso; con=junto con; que=que ya, que aún;
    no=ya no, tampoco; es=resulta, sigue siendo; son=resultan, siguen siendo; fue=resultó;
    su=este, aquel; sus=estos, aquellos; si=en caso de que; ha=ya ha, aún ha; han=ya han, aún han;
    más=aún más, todavía más; pero=mas, pero aun así; está=sigue, queda; están=siguen, quedan;
    este=el, dicho; esta=la, dicha; estos=los, dichos; estas=las, dichas; se=ya se, luego se;
    para=con miras a; sobre=acerca de; otros=demás; otras=demás; todos=todos y cada uno de;
    ser=resultar`,
};

/** What can stand in front of a clause that may change its place. */
const OPENERS: Readonly<Record<RewordedLanguage, readonly string[]>> = {
  en: `In On At By During After Before Since When While If As Although Because Until For With Under
    Given Despite Through Among Within According Unlike Like Where Whereas Though`.split(/\s+/),
  es: `En Al Durante Tras Después Antes Desde Cuando Mientras Si Aunque Porque Hasta Para Con Sin Por
    Según Ante Entre Como Dado Donde`.split(/\s+/),
};

/** Words that add nothing, set between commas where no function word can be exchanged. */
const FILLERS: Readonly<Record<RewordedLanguage, readonly string[]>> = {
  en: ['in turn', 'as it were', 'in effect', 'that is', 'so to speak', 'in practice'],
  es: ['a su vez', 'por así decir', 'en efecto', 'es decir', 'en la práctica', 'por lo visto'],
};

/** Other words by lower-case word or phrase; every list has one or more. */
export type WordTable = ReadonlyMap<string, readonly string[]>;

const SYNONYM_TABLES = { en: readTable(SYNONYMS.en), es: readTable(SYNONYMS.es) };
const FUNCTION_TABLES = { en: readTable(FUNCTION_WORDS.en), es: readTable(FUNCTION_WORDS.es) };

export const synonymsOf = (language: RewordedLanguage): WordTable => SYNONYM_TABLES[language];
export const functionWordsOf = (language: RewordedLanguage): WordTable => FUNCTION_TABLES[language];
export const openersOf = (language: RewordedLanguage): readonly string[] => OPENERS[language];
export const fillersOf = (language: RewordedLanguage): readonly string[] => FILLERS[language];

function readTable(pairs: string): WordTable {
  return new Map(
    pairs.split(';').map((pair) => {
      const [from = '', to = ''] = pair.trim().split('=');
      return [from, to.split(', ')] as const;
    }),
  );
}
