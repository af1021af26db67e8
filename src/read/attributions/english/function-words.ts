/** The closed classes of English that clauses are read by. All in lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const SUBJECT_PRONOUNS = words(
  'i he she they we you it everyone everybody someone somebody nobody others many some ' +
    'most few all none both one neither these those this that',
);
export const PERSONAL = words(
  'i he she they we you it me him her them us himself herself themselves itself myself ' +
    'yourself ourselves',
);
export const POSSESSIVES = words('his her its their our my your whose');
export const RELATIVES = words('who which that whom');
export const QUESTION_WORDS = words('whether how why what who when where which if whom whose');
export const QUESTION_ADVERBS = words('when where why how however whenever wherever');
export const COORDINATORS = words('and or but yet nor');
export const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday');
export const MONTHS = words(
  'january february march april may june july august september october november december ' +
    'jan feb aug sept sep oct nov dec',
);
export const DAY_WORDS = words(
  'yesterday today tonight tomorrow earlier later afterward afterwards recently',
);
export const DAY_PARTS = words('morning afternoon evening night');
export const PERIODS = words(
  'day days week weeks weekend month months year years hour hours morning afternoon ' +
    'evening night time times point moment spring summer fall autumn winter decade',
);
export const SUBORDINATORS = words(
  'while although though because since after before as until unless if when whereas once',
);
/** What a statement is made in or at; a phrase with them belongs to the saying, not to the source. */
export const VENUES = words(
  'statement interview interviews email e-mail letter speech remarks tweet tweets post ' +
    'release conference briefing call rally debate hearing appearance forum event twitter ' +
    'facebook message memo op-ed column article essay book report testimony video phone ' +
    'telephone podcast show program broadcast town hall stage tv television radio air ' +
    'session meeting dinner fundraiser breakfast luncheon stop address announcement ' +
    'affidavit filing lawsuit note text texts newsletter statements emails letters speeches ' +
    'series',
);
/** Sources that show things. */
export const EVIDENCE = words(
  'poll polls polling survey surveys study studies report reports data figures numbers ' +
    'records results analysis analyses documents document statistics research evidence ' +
    'review audit investigation findings exit video footage image images map chart average',
);
/** What somebody says something with; the one who gives it out is the source. */
export const ARTIFACTS = words(
  'statement statements email emails e-mail letter letters memo ad ads advertisement ' +
    'video videos message messages tweet tweets report note article column brief release ' +
    'post op-ed speech text book document petition lawsuit complaint resolution bill ' +
    'legislation letter ruling opinion order decision editorial',
);
