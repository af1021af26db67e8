/** Counts in English: sentences of our own with all that they count, and some that count nothing. */
import { describe, expect, it } from 'vitest';
import { countsIn, lineOf } from './counting.fixture.ts';

const SENTENCES: readonly (readonly [text: string, ...counts: string[]])[] = [
  [
    'Bulgaria will expel 70 Russian diplomatic staff, Prime Minister Ivo Dragov said on Tuesday.',
    'expulsion 70 staff country RU>BG planned',
  ],
  [
    'Twelve Russian diplomats were expelled from Prague in April.',
    'expulsion 12 diplomats country RU>CZ happened',
  ],
  [
    'According to the foreign ministry, 72 diplomats work at the Russian embassy in Mexico City, against 46 at the embassy of the United States.',
    'level 72 diplomats embassy RU>MX happened',
    'level 46 diplomats embassy US>MX happened',
  ],
  [
    'The Netherlands ordered 17 Russian intelligence officers to leave the country.',
    'expulsion 17 intelligence-officers country RU>NL happened',
  ],
  ['Prague capped the staff of the Russian embassy at 32.', 'cap 32 staff embassy RU>CZ happened'],
  [
    'Denmark told Moscow to cut its embassy in Copenhagen to five diplomats and 20 administrative and technical staff.',
    'cap 5 diplomats embassy RU>DK planned',
    'cap 20 administrative-technical embassy RU>DK planned',
  ],
  [
    'The number of Russian diplomats in Hungary rose from 46 in 2021 to 59 in 2022.',
    'level 46 diplomats country RU>HU happened',
    'level 59 diplomats country RU>HU happened',
  ],
  [
    "Russia's embassy in Vienna has 123 accredited employees, down from 140 a year earlier.",
    'level 123 accredited embassy RU>AT happened',
    'level 140 accredited embassy RU>AT happened',
  ],
  [
    'Iran has doubled its diplomatic staff in Venezuela, a regional newspaper reported.',
    'rise - staff country IR>VE happened',
  ],
  [
    'China has 85 diplomats in Chile, more than any other country.',
    'level 85 diplomats country CN>CL happened',
  ],
  [
    'Poland expelled 45 Russian diplomats on suspicion of spying. Moscow responded by expelling 45 Polish diplomats.',
    'expulsion 45 diplomats country RU>PL happened',
    'expulsion 45 diplomats country PL>RU happened',
  ],
  [
    'Romania declared ten employees of the Russian embassy persona non grata.',
    'expulsion 10 staff embassy RU>RO happened',
  ],
  [
    'Ten employees of the Russian embassy in Bucharest were declared personae non gratae.',
    'expulsion 10 staff embassy RU>RO happened',
  ],
  [
    'The expulsion of 12 Russian diplomats from New York angered Moscow.',
    'expulsion 12 diplomats country RU>US happened',
  ],
  [
    'Belarus recalled four diplomats from its embassy in Vilnius.',
    'recall 4 diplomats embassy BY>LT happened',
  ],
  [
    'The United States withdrew at least 20 staff from its embassy in Niamey.',
    'recall 20.. staff embassy US>NE happened',
  ],
  [
    'Cuba has agreed to limit its mission in Lima to no more than 15 employees.',
    'cap 15 staff mission CU>PE planned',
  ],
  [
    'Turkey closed two consulates in Germany and opened three in Africa.',
    'fall 2 posts country TR>DE happened',
  ],
  [
    'About 200 Russian military instructors are stationed in Niger, officials in Niamey say.',
    'level 200 military country RU>NE happened',
  ],
  ['At least 300 Russian soldiers were killed near Avdiivka last week.'],
  [
    'Ukraine sent 40 diplomats to a training course in Vienna.',
    'arrival 40 diplomats country UA>AT happened',
  ],
  ['Police in Oslo questioned three employees of the Chinese embassy over a brawl.'],
  [
    'The Chinese embassy in Suva employs more than 30 people.',
    'level 31.. staff embassy CN>FJ happened',
  ],
  ['Estonia has not expelled any Russian diplomats this year.'],
  [
    'Sweden did not expel five Iranian diplomats, the government said.',
    'expulsion 5 diplomats country IR>SE negated',
  ],
  [
    'Latvia may expel up to 20 Russian diplomats, a minister said.',
    'expulsion 0..20 diplomats country RU>LV hypothetical',
  ],
  [
    'The Russian embassy in Managua has grown by nine employees to 40 since January.',
    'rise 9 staff embassy RU>NI happened',
    'level 40 staff embassy RU>NI happened',
  ],
  ['Hospital staff in Kabul have doubled since the Turkish clinic opened.'],
  ['A hotel near the Russian embassy cut 40 employees.'],
  [
    'Ten new officials arrived at the Chinese embassy in Honiara in May.',
    'arrival 10 staff embassy CN>SB happened',
  ],
  [
    'Moscow wants to send another dozen diplomats to Bratislava.',
    'arrival 12 diplomats country RU>SK hypothetical',
  ],
  [
    'Malta allows Azerbaijan to keep eight diplomats and four technical employees at its embassy in Valletta.',
    'cap 8 diplomats embassy AZ>MT happened',
    'cap 4 administrative-technical embassy AZ>MT happened',
  ],
  [
    'As of March, 38 Chinese diplomats were accredited in Mexico.',
    'level 38 diplomats country CN>MX happened',
  ],
  [
    'The Serbian foreign ministry lists 68 Russian diplomats in Belgrade, up from 54 before the invasion.',
    'level 68 diplomats country RU>RS happened',
    'level 54 diplomats country RU>RS happened',
  ],
  [
    'Germany said Russia could keep no more than 350 officials in the country.',
    'cap 350 staff country RU>DE happened',
  ],
  [
    'Russia set a cap of 350 on German officials in the country.',
    'cap 350 staff country DE>RU happened',
  ],
  [
    "Slovakia's government expelled 35 Russian diplomats; the embassy now has 15.",
    'expulsion 35 diplomats country RU>SK happened',
    'level 15 diplomats embassy RU>SK happened',
  ],
  ['Russia maintains six consulates in Kazakhstan.', 'level 6 posts country RU>KZ happened'],
  [
    'Kosovo plans to open two consulates in Turkey next year.',
    'rise 2 posts country XK>TR planned',
  ],
  [
    "Norway's security service believes the number of Chinese intelligence officers in Oslo has tripled.",
    'rise - intelligence-officers country CN>NO happened',
  ],
  [
    'Greece expelled eight diplomats from the Russian mission last week, and Italy expelled 30.',
    'expulsion 8 diplomats mission RU>GR happened',
    'expulsion 30 diplomats mission RU>IT happened',
  ],
  [
    'Argentina has reduced the staff of its embassy in Caracas to two people.',
    'level 2 staff embassy AR>VE happened',
  ],
  [
    'Japan cut its diplomatic staff in Myanmar from 60 to 25.',
    'level 60 staff country JP>MM happened',
    'level 25 staff country JP>MM happened',
  ],
  [
    'Brazil threatened to expel three Israeli diplomats.',
    'expulsion 3 diplomats country IL>BR hypothetical',
  ],
  [
    'India denied that it had expelled two Canadian diplomats.',
    'expulsion 2 diplomats country CA>IN negated',
  ],
  [
    'The ministry confirmed that 15 of the 40 diplomats at the Iranian embassy in Tirana had left.',
    'fall 15 diplomats embassy IR>AL happened',
  ],
  ['China has 14 posts in Brazil, among them an embassy and two consulates general.'],
  [
    'Before the dispute the Algerian embassy in Rabat had 22 diplomats, and now there are three.',
    'level 22 diplomats embassy DZ>MA happened',
    'level 3 diplomats embassy DZ>MA happened',
  ],
  [
    'Beijing has increased the number of its diplomats in Lima by a third.',
    'rise - diplomats country CN>PE happened',
  ],
  [
    'Beijing has increased the number of its diplomats in Lima by 12, to 47.',
    'rise 12 diplomats country CN>PE happened',
    'level 47 diplomats country CN>PE happened',
  ],
  [
    'Croatia gave 18 Russian diplomats and six embassy employees a week to leave.',
    'expulsion 18 diplomats country RU>HR happened',
    'expulsion 6 staff embassy RU>HR happened',
  ],
  [
    'Montenegro has declared six Russian diplomats personae non gratae since 2022.',
    'expulsion 6 diplomats country RU>ME happened',
  ],
  [
    'Kuwait said it would expel the two Lebanese envoys.',
    'expulsion 2 diplomats country LB>KW planned',
  ],
  [
    'Two Lebanese diplomats will be expelled, Kuwait announced.',
    'expulsion 2 diplomats country LB>KW planned',
  ],
  [
    'The Sudanese mission in Nairobi shrank to five people after the coup.',
    'level 5 staff mission SD>KE happened',
  ],
  [
    "Qatar's embassy in Kabul, with 16 staff, is the largest after Pakistan's.",
    'level 16 staff embassy QA>AF happened',
  ],
  ["Finland says up to a third of the Russian embassy's employees work for intelligence."],
  [
    'About a dozen Chinese diplomats have left the Marshall Islands.',
    'fall 12 diplomats country CN>MH happened',
  ],
  ['The club signed two players and the embassy of Ghana congratulated them.'],
  ['The number of visas issued by the Russian consulate has doubled.'],
  ["Trade between Mexico and the Russian embassy's suppliers has grown."],
  [
    'The Vietnamese embassy in Prague has not grown since 2019.',
    'rise - unstated embassy VN>CZ negated',
  ],
  ['Israel will reduce its embassy staff in Ankara.', 'fall - staff embassy IL>TR planned'],
  [
    'Spain could double its diplomatic staff in Manila, the foreign minister said.',
    'rise - staff country ES>PH hypothetical',
  ],
  [
    'The Libyan embassy, which once employed 60 people, now has fewer than ten.',
    'level 60 staff embassy LY>? happened',
    'level 0..9 staff embassy LY>? happened',
  ],
  [
    'Iraq asked Jordan to withdraw 11 of its diplomats.',
    'recall 11 diplomats country JO>IQ hypothetical',
  ],
  [
    'Belgium has expelled dozens of Russian diplomats since 2022.',
    'expulsion 24.. diplomats country RU>BE happened',
  ],
  [
    'The Syrian embassy in Berlin has seven accredited diplomats, the German Foreign Office said.',
    'level 7 diplomats embassy SY>DE happened',
  ],
  [
    'Ireland ordered four senior Russian officials to leave.',
    'expulsion 4 staff country RU>IE happened',
  ],
  ['Officials in Dublin said four people were hurt outside the Russian embassy.'],
  [
    "Tokyo's embassy in Seoul will add five political officers by July.",
    'rise 5 staff embassy JP>KR planned',
  ],
  ['The agreement limits each side to 30 diplomats.'],
  [
    'Under the new rules, Myanmar may have at most 12 diplomats in Jakarta.',
    'cap 12 diplomats country MM>ID happened',
  ],
  ['Egypt evacuated 30 embassy employees from Khartoum.', 'recall 30 staff embassy EG>SD happened'],
  [
    'Three Cuban diplomats arrived in Tegucigalpa on Monday.',
    'arrival 3 diplomats country CU>HN happened',
  ],
  ['Russia has 17 military attachés in Africa.', 'level 17 diplomats country RU>? happened'],
  [
    'Swiss intelligence estimates that one third of the 220 Russian diplomats in Geneva are spies.',
    'level 220 diplomats country RU>CH happened',
  ],
  [
    "Austria's foreign ministry counted 142 Russian diplomats and 116 administrative and technical employees last year.",
    'level 142 diplomats country RU>AT happened',
    'level 116 administrative-technical country RU>AT happened',
  ],
  [
    'The diplomatic list of Latvia names 34 accredited persons at the Belarusian embassy; a year ago there were 51.',
    'level 34 accredited embassy BY>LV happened',
    'level 51 accredited embassy BY>LV happened',
  ],
  [
    'Since the coup, Thailand has pulled nine of its 21 staff out of the embassy in Naypyidaw.',
    'recall 9 staff embassy TH>MM happened',
  ],
  [
    "The growth of Iran's embassy in Caracas worries Washington, two officials said.",
    'rise - unstated embassy IR>VE happened',
  ],
  ["Portugal's consulate in Macau, once staffed by 30, makes do with half that number."],
  [
    "Mongolia's foreign minister said the number of North Korean diplomats in the country had fallen to six.",
    'level 6 diplomats country KP>MN happened',
  ],
  [
    "The cap of 20 on Chinese embassy staff in Vilnius remains, Lithuania's president said.",
    'cap 20 staff embassy CN>LT happened',
  ],
  [
    'Azerbaijan plans to withdraw 14 employees from its embassy in Tehran.',
    'recall 14 staff embassy AZ>IR planned',
  ],
  [
    'Uruguay has neither confirmed nor denied that it will expel two Iranian attachés.',
    'expulsion 2 diplomats country IR>UY planned',
  ],
  [
    "Paraguay's Senate asked the government to expel four Venezuelan diplomats; the president refused.",
    'expulsion 4 diplomats country VE>PY hypothetical',
  ],
  ["The Vatican's nunciature in Managua has been empty since two nuns were expelled."],
  [
    "Moldova's decision leaves Russia with ten diplomats and 15 technical staff in Chisinau.",
    'level 10 diplomats country RU>MD happened',
    'level 15 administrative-technical country RU>MD happened',
  ],
  ['Of the 18 expelled Russians, eleven held diplomatic passports, Bratislava said.'],
  ['Nepal and Bhutan opened embassies in Dhaka. The Nepalese one has eight employees.'],
  ['Jamaica will not renew the accreditation of three Cuban attachés.'],
  ['Germany has halved the staff of its embassy in Minsk.', 'fall - staff embassy DE>BY happened'],
  [
    'More than 100 Russian diplomats have been expelled from the Baltic states since 2022.',
    'expulsion 101.. diplomats country RU>? happened',
  ],
  ["Only four of the embassy's 19 employees stayed behind, the Danish ambassador to Mali said."],
  ['The Kremlin could open a consulate general in Antalya, a newspaper wrote.'],
];

describe('counts of presence in English', () => {
  it.each(SENTENCES)('%s', (text, ...counts) => {
    expect(countsIn('en', text).map(lineOf)).toEqual(counts);
  });
});
