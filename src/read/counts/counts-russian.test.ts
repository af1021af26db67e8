/** Counts in Russian: sentences of our own with all that they count, and some that count nothing. */
import { describe, expect, it } from 'vitest';
import { countsIn, lineOf } from './counting.fixture.ts';

const SENTENCES: readonly (readonly [text: string, ...counts: string[]])[] = [
  [
    'Болгария вышлет 70 сотрудников российского посольства, заявил во вторник премьер-министр.',
    'expulsion 70 staff embassy RU>BG planned',
  ],
  [
    'Двенадцать российских дипломатов были высланы из Праги в апреле.',
    'expulsion 12 diplomats country RU>CZ happened',
  ],
  [
    'В посольстве России в Мехико работают 72 дипломата.',
    'level 72 diplomats embassy RU>MX happened',
  ],
  [
    'Число российских дипломатов в Венгрии выросло с 46 до 59.',
    'level 46 diplomats country RU>HU happened',
    'level 59 diplomats country RU>HU happened',
  ],
  [
    'Дания потребовала от Москвы сократить штат посольства в Копенгагене до пяти дипломатов.',
    'cap 5 diplomats embassy RU>DK happened',
  ],
  [
    'Нидерланды выслали 17 сотрудников российской разведки.',
    'expulsion 17 intelligence-officers country RU>NL happened',
  ],
  [
    'Румыния объявила персонами нон грата десятерых сотрудников посольства России.',
    'expulsion 10 staff embassy RU>RO happened',
  ],
  [
    'Высылка 12 российских дипломатов из Нью-Йорка возмутила Москву.',
    'expulsion 12 diplomats country RU>US happened',
  ],
  [
    'Белоруссия отозвала четырёх дипломатов из Вильнюса.',
    'recall 4 diplomats country BY>LT happened',
  ],
  [
    'Швеция не высылала пятерых иранских дипломатов.',
    'expulsion 5 diplomats country IR>SE negated',
  ],
  [
    'Латвия может выслать до 20 российских дипломатов.',
    'expulsion 0..20 diplomats country RU>LV hypothetical',
  ],
  ['Персонал посольства Китая в Сантьяго удвоился за год.', 'rise - staff embassy CN>CL happened'],
  [
    'Иран расширил свой дипломатический персонал в Каракасе.',
    'rise - staff country IR>VE happened',
  ],
  [
    'Посольству Турции разрешено иметь не более 15 сотрудников.',
    'cap 15 staff embassy TR>? happened',
  ],
  ['У России шесть консульств в Казахстане.', 'level 6 posts country RU>KZ happened'],
  ['Россия закрыла два консульства в Германии.', 'fall 2 posts country RU>DE happened'],
  [
    'В Нигере размещены около 200 российских военных инструкторов.',
    'level 200 military country RU>NE happened',
  ],
  ['Под Авдеевкой погибли не менее 300 российских солдат.'],
  ['Полиция Осло допросила трёх сотрудников китайского посольства из-за драки.'],
  ['Штат консульства Польши во Львове сократили вдвое.', 'fall - staff consulate PL>UA happened'],
  ['Сербия аккредитовала 68 российских дипломатов.', 'level 68 diplomats country RU>RS happened'],
  [
    'Эстония опровергла сообщения о высылке двух китайских дипломатов.',
    'expulsion 2 diplomats country CN>EE negated',
  ],
  [
    'Бразилия пригрозила выслать трёх израильских дипломатов.',
    'expulsion 3 diplomats country IL>BR hypothetical',
  ],
  [
    'Словакия выслала 35 российских дипломатов, теперь в посольстве осталось 15 человек.',
    'expulsion 35 diplomats country RU>SK happened',
    'level 15 staff embassy RU>SK happened',
  ],
  [
    'Польша выслала 45 российских дипломатов, Москва в ответ — 45 польских.',
    'expulsion 45 diplomats country RU>PL happened',
  ],
  [
    'Количество сотрудников венесуэльского посольства в Мадриде выросло почти вдвое.',
    'rise - staff embassy VE>ES happened',
  ],
  [
    'Молдавия ограничила число российских дипломатов десятью.',
    'cap 10 diplomats country RU>MD happened',
  ],
  ['Завод сократил персонал с 400 до 250 человек, сообщили в посольстве Японии.'],
  [
    'До ссоры в посольстве Алжира в Рабате было 22 дипломата, сейчас — трое.',
    'level 22 diplomats embassy DZ>MA happened',
    'level 3 diplomats embassy DZ>MA happened',
  ],
  [
    'Китай увеличил число своих дипломатов в Лиме на 12 человек.',
    'rise 12 diplomats country CN>PE happened',
  ],
  [
    'Хорватия дала 18 российским дипломатам неделю, чтобы покинуть страну.',
    'expulsion 18 diplomats country RU>HR happened',
  ],
  [
    'Суданская миссия в Найроби сократилась до пяти человек.',
    'level 5 staff mission SD>KE happened',
  ],
  [
    'Около десятка китайских дипломатов покинули Маршалловы Острова.',
    'fall 10 diplomats country CN>MH happened',
  ],
  ['Клуб подписал двух игроков, посольство Ганы их поздравило.'],
  ['Число виз, выданных российским консульством, удвоилось.'],
  [
    'Испания может удвоить дипломатический персонал в Маниле.',
    'rise - staff country ES>PH hypothetical',
  ],
  [
    'Бельгия выслала десятки российских дипломатов.',
    'expulsion 20.. diplomats country RU>BE happened',
  ],
  [
    'Ирландия предписала четырём российским сотрудникам посольства покинуть Дублин.',
    'expulsion 4 staff embassy RU>IE happened',
  ],
  [
    'Египет эвакуировал 30 сотрудников посольства из Хартума.',
    'recall 30 staff embassy EG>SD happened',
  ],
  [
    'Польша установила для Белоруссии лимит в 30 дипломатов.',
    'cap 30 diplomats country BY>PL happened',
  ],
  [
    'У Ирана в Каракасе 25 дипломатов и 60 сотрудников.',
    'level 25 diplomats country IR>VE happened',
    'level 60 staff country IR>VE happened',
  ],
  [
    'Трое из пяти кубинских дипломатов высланы из Тегусигальпы.',
    'expulsion 3 diplomats country CU>HN happened',
  ],
  ['Сербия намерена открыть два консульства в Турции.', 'rise 2 posts country RS>TR planned'],
  [
    'Если Варшава вышлет десять белорусских дипломатов, Минск ответит тем же.',
    'expulsion 10 diplomats country BY>PL hypothetical',
  ],
  [
    'Штат российской миссии в Женеве насчитывает 220 человек.',
    'level 220 staff mission RU>CH happened',
  ],
  [
    'Норвегия сократила персонал своего посольства в Тегеране.',
    'fall - staff embassy NO>IR happened',
  ],
  [
    'В дипломатическом списке Латвии значатся 34 сотрудника белорусского посольства, год назад их было 51.',
    'level 34 staff embassy BY>LV happened',
    'level 51 staff embassy BY>LV happened',
  ],
  [
    'Рост посольства Ирана в Каракасе беспокоит Вашингтон.',
    'rise - unstated embassy IR>VE happened',
  ],
  [
    'Число северокорейских дипломатов в Монголии снизилось до шести.',
    'level 6 diplomats country KP>MN happened',
  ],
  [
    'Литва сохраняет лимит в 20 сотрудников для посольства Китая.',
    'cap 20 staff embassy CN>LT happened',
  ],
  [
    'Азербайджан планирует отозвать 14 сотрудников своего посольства в Тегеране.',
    'recall 14 staff embassy AZ>IR planned',
  ],
  [
    'В посольстве Саудовской Аравии в Бейруте аккредитованы 53 человека, из них 12 дипломатов.',
    'level 53 accredited embassy SA>LB happened',
    'level 12 diplomats embassy SA>LB happened',
  ],
  [
    'Германия вдвое сократила штат своего посольства в Минске.',
    'fall - staff embassy DE>BY happened',
  ],
  [
    'Из стран Балтии с 2022 года выслано более ста российских дипломатов.',
    'expulsion 101.. diplomats country RU>? happened',
  ],
  [
    'Гондурас выдворил двух сотрудников посольства Никарагуа.',
    'expulsion 2 staff embassy NI>HN happened',
  ],
  ['Ни один дипломат не был выслан из Риги.'],
  ['Консульство Мексики принимает 40 человек в день.'],
  ['Франция закроет три консульства в России, сообщил МИД.', 'fall 3 posts country FR>RU planned'],
  [
    'Эфиопия предложила Египту сократить посольство до десяти человек.',
    'cap 10 staff embassy EG>ET happened',
  ],
];

describe('counts of presence in Russian', () => {
  it.each(SENTENCES)('%s', (text, ...counts) => {
    expect(countsIn('ru', text).map(lineOf)).toEqual(counts);
  });
});
