// Roadmaps of one question each, as authors begin them, and sentences written without looking at what the check makes
// of them: some speak of an idea in their own words, others only share everyday words with one.
import type { Question } from "../../../../src/core/roadmap/question";

/** A roadmap of one question, and sentences with the ids of the criteria that each speaks of. */
export interface SmallRoadmap {
  readonly language: "en" | "de" | "zh";
  readonly question: Question;
  readonly sentences: readonly (readonly [text: string, ...ids: string[]])[];
}

type Rubric = Readonly<Record<string, readonly [statement: string, ...accepted: string[]]>>;

function small(
  language: SmallRoadmap["language"],
  title: string,
  prompt: string,
  rubric: Rubric,
  sentences: SmallRoadmap["sentences"],
): SmallRoadmap {
  const criteria = Object.entries(rubric).map(([id, [statement, ...accepted]]) => ({
    id,
    marks: 1,
    statement,
    accepted,
    misconceptions: [],
    idea: id,
  }));
  const reference = criteria.map((c) => c.statement).join(" ");
  const marks = criteria.length;
  const question = { id: "only", title, marks, prompt, criteria, groups: [], reference, hints: [], goldens: [] };
  return { language, question, sentences };
}

export const smallRoadmaps: readonly SmallRoadmap[] = [
  small(
    "en",
    "Database indexes",
    "Why does an index make a query faster, and what does it cost?",
    {
      order: [
        "The index keeps the values in sorted order, so a row is found without reading the whole table.",
        "It works like the register at the end of a book.",
        "A balanced tree is walked down in a few steps.",
      ],
      writes: [
        "Every insert and update has to change the index as well, so writes become slower.",
        "Writing takes longer because there are two places to keep up to date.",
      ],
      space: ["The index takes additional disk space.", "A copy of the column has to be stored."],
    },
    [
      ["You should keep things simple."],
      ["It takes a long time to learn this."],
      ["A good developer has to work with what is given."],
      ["Two people have to look at each change before it goes live."],
      ["At the end of the day it becomes better."],
      ["In a few places the whole thing does not work."],
      ["I read about it and found it hard."],
      ["There are additional reasons, but I have not found them."],
      ["Instead of scanning everything the database jumps to the right row, as entries are ordered.", "order"],
      ["It is a tree, so only a handful of pages are looked at.", "order"],
      ["Like a phone register: sorted, so lookup is quick.", "order"],
      ["Each time a record is inserted, the index is adjusted too.", "writes"],
      ["Updates are slowed down.", "writes"],
      ["It needs more room on the disk.", "space"],
      ["The column's contents are kept twice, and storage is not free.", "space"],
    ],
  ),
  small(
    "en",
    "Code review",
    "What is a code review good for?",
    {
      defects: [
        "A second pair of eyes finds defects before they reach the users.",
        "Bugs are caught early, when they are cheap to fix.",
      ],
      sharing: [
        "Knowledge of the code spreads through the team, so nobody is the only one who knows a module.",
        "People learn from each other's changes.",
      ],
    },
    [
      ["It is one of the things that people do before they go home."],
      ["You find a time at which everybody can come early."],
      ["Nobody is happy with it."],
      ["The only thing that I know is that it takes time."],
      ["Some teams use a tool for it, others use none."],
      ["I work through the list from top to bottom."],
      ["Each time a change is made, a mail is sent."],
      ["Another developer notices mistakes that the author did not see.", "defects"],
      ["Fewer defects arrive at the customer.", "defects"],
      ["Catching a bug there is far cheaper than in production.", "defects"],
      ["When somebody leaves, others know the module as well.", "sharing"],
      ["Juniors learn how seniors write code.", "sharing"],
      ["Knowledge does not stay in one head.", "sharing"],
    ],
  ),
  small(
    "en",
    "Photosynthesis",
    "What happens in photosynthesis?",
    {
      sugar: [
        "Plants turn carbon dioxide and water into sugar with the energy of light.",
        "The leaf makes its own food out of air, water and sunshine.",
      ],
      oxygen: ["Oxygen is given off.", "The gas that we breathe is left over."],
    },
    [
      ["It makes a difference where you are."],
      ["There is not much left to say."],
      ["We use a lot of energy at home."],
      ["This was given as homework over the weekend."],
      ["It turns out that it is a long process."],
      ["One has to take its time with it."],
      ["Its own use is not clear."],
      ["Glucose comes out of CO2 and water.", "sugar"],
      ["Light drives the making of sugar in the leaves.", "sugar"],
      ["The plant feeds itself with sunlight.", "sugar"],
      ["Oxygen goes into the air.", "oxygen"],
      ["As a waste product the plant lets out what animals breathe.", "oxygen"],
    ],
  ),
  small(
    "en",
    "Caching",
    "A page is slow because one query runs again and again. How does a cache help, and what goes wrong with it?",
    {
      reuse: [
        "The result is computed once and kept in memory, so later requests are answered from there.",
        "What was worked out before is looked up instead of being done anew.",
      ],
      stale: [
        "A cached value can be out of date when the data behind it changes.",
        "Readers see old figures until the entry expires.",
      ],
      eviction: [
        "Memory is limited, so entries have to be thrown out, for example the least recently used one.",
        "When it is full something has to go.",
      ],
    },
    [
      ["I have used one before."],
      ["Something has to be done about it."],
      ["When I see it I look at it again later."],
      ["It is good to have one behind you."],
      ["For example one can ask somebody."],
      ["It can be the case that it is done."],
      ["The last time it changed was in May."],
      ["You keep at it until it works."],
      ["The first answer is remembered, and the next visitor gets the stored one.", "reuse"],
      ["The result lies in memory, ready to be served.", "reuse"],
      ["After an update users may still get the outdated number.", "stale"],
      ["Stale data: the cached copy no longer matches the database.", "stale"],
      ["LRU evicts what nobody has asked for the longest.", "eviction"],
      ["As memory is limited, old entries are dropped.", "eviction"],
    ],
  ),
  small(
    "en",
    "GANs",
    "What is mode collapse in a GAN? Name a remedy.",
    {
      samples: [
        "The generator produces only a few kinds of output and ignores the rest of the data.",
        "The generator keeps producing the same few samples.",
      ],
      wasserstein: [
        "A Wasserstein loss gives the generator a gradient that does not vanish.",
        "Another loss keeps telling the generator how far off it is.",
      ],
      minibatch: [
        "Minibatch discrimination lets the discriminator see several samples at once.",
        "Judging many pictures together shows when they are all alike.",
      ],
      unrolling: [
        "Unrolled training lets the generator take the discriminator's next steps into account.",
        "The generator looks a few updates of the discriminator ahead.",
      ],
    },
    [
      ["It keeps happening."],
      ["I would let it run for a few days and take a look."],
      ["Take the next step and see."],
      ["A generator and a discriminator play against each other."],
      ["The rest of it is the same as before."],
      ["The generator does not keep producing the same few samples.", "samples"],
      ["It only ever outputs a handful of variants.", "samples"],
      ["The discriminator compares samples within a batch.", "minibatch"],
      ["With the Wasserstein distance the gradient does not die.", "wasserstein"],
      ["One simulates some future discriminator updates while training the generator.", "unrolling"],
      ["Minibatch features reveal that the pictures resemble each other.", "minibatch"],
    ],
  ),
  small(
    "en",
    "Overtime",
    "Why does working more hours not always get more done?",
    {
      tired: ["Tired people make mistakes that have to be repaired later.", "Fatigue causes errors."],
      quit: ["Good people leave when overtime becomes normal."],
    },
    [
      ["There are only so many hours, and more does not help."],
      ["It depends on what one does and when."],
      ["A good plan is better than a bad one."],
      ["Later is better than never."],
      ["What is normal for one is not for another."],
      ["Who is exhausted introduces bugs, and fixing them eats the time won.", "tired"],
      ["Mistakes by tired staff.", "tired"],
      ["The best ones quit after a while.", "quit"],
      ["People leave the company.", "quit"],
    ],
  ),
  small(
    "de",
    "Caching",
    "Wie hilft ein Cache, und was kann dabei schiefgehen?",
    {
      merken: [
        "Ein Ergebnis wird einmal berechnet und im Speicher behalten, damit spätere Anfragen von dort beantwortet werden.",
        "Was schon ausgerechnet ist, wird nur noch nachgeschlagen.",
      ],
      veraltet: [
        "Ein Eintrag kann veraltet sein, wenn sich die Daten dahinter ändern.",
        "Leser sehen alte Zahlen, bis der Eintrag abläuft.",
      ],
      voll: [
        "Der Speicher ist begrenzt, also müssen Einträge verdrängt werden, etwa der am längsten ungenutzte.",
        "Wenn er voll ist, muss etwas weichen.",
      ],
    },
    [
      ["Das kann man so machen, wenn man will."],
      ["Man sollte sich damit einmal beschäftigen."],
      ["Später sieht man dann weiter."],
      ["Es gibt dabei viele verschiedene Sachen."],
      ["Ich habe das schon am längsten von allen gelernt."],
      ["Wenn etwas nicht geht, muss man es ändern."],
      ["Die Antwort ist schon bekannt und liegt im Speicher bereit.", "merken"],
      ["Das Ergebnis der ersten Berechnung dient auch den nächsten Anfragen.", "merken"],
      ["Nach einer Änderung bekommt man noch den veralteten Wert.", "veraltet"],
      ["Der Eintrag passt nicht mehr zu den Daten in der Datenbank.", "veraltet"],
      ["Da nicht alles hineinpasst, verdrängt LRU die ältesten Einträge.", "voll"],
      ["Begrenzter Speicher zwingt dazu, etwas hinauszuwerfen.", "voll"],
    ],
  ),
  small(
    "de",
    "Tests",
    "Warum schreibt man automatische Tests?",
    {
      fehler: ["Tests zeigen sofort, wenn eine Änderung etwas kaputtgemacht hat.", "Fehler fallen früh auf."],
      umbau: [
        "Mit Tests traut man sich, den Code umzubauen.",
        "Wer Tests hat, kann den Entwurf ohne Angst verbessern.",
      ],
      beispiele: ["Tests dokumentieren an Beispielen, was der Code tun soll."],
    },
    [
      ["Man hat ohne sie keine Zeit."],
      ["Das soll man tun, weil es gut ist."],
      ["Wer etwas hat, kann etwas geben."],
      ["Wenn man es früh macht, ist man früher fertig."],
      ["Mit der Zeit wird es besser."],
      ["Was man tun soll, zeigt sich später."],
      ["Eine Regression bemerkt man gleich nach der Änderung.", "fehler"],
      ["Sie decken Fehler früh auf.", "fehler"],
      ["Refactoring und Umbau werden gefahrlos.", "umbau"],
      ["Man kann den Code ohne Angst aufräumen.", "umbau"],
      ["Sie sind Dokumentation, die man ausführen kann.", "beispiele"],
      ["An Beispielen sieht ein Neuling, was gemeint ist.", "beispiele"],
    ],
  ),
  small(
    "zh",
    "缓存",
    "缓存有什么用？会出什么问题？",
    {
      reuse: ["结果只计算一次并保存在内存中，以后的请求直接从那里返回。", "算过的东西不用再算，查一下就行。"],
      stale: ["背后的数据改变后，缓存的值可能已经过期。", "在条目失效之前，读者看到的是旧数字。"],
      eviction: ["内存有限，所以必须淘汰一些条目，例如最久未使用的。", "满了就得扔掉一些。"],
    },
    [
      ["这个东西很好，大家都需要。"],
      ["我看到很多人在使用。"],
      ["以后可能会有改变。"],
      ["一些人直接就走了。"],
      ["必须好好学习。"],
      ["第一次的结果放在内存里，后面的请求就不用重新计算。", "reuse"],
      ["查过一次的答案直接拿来用，不必再计算。", "reuse"],
      ["数据库更新了，用户看到的却是过期的数据。", "stale"],
      ["缓存里的条目可能已经失效，与数据不一致。", "stale"],
      ["内存不够时用 LRU 淘汰旧条目。", "eviction"],
      ["空间有限，要淘汰最久没有访问的条目。", "eviction"],
    ],
  ),
  small(
    "zh",
    "代码审查",
    "代码审查有什么好处？",
    {
      defects: ["另一双眼睛能在用户遇到之前发现缺陷。", "错误发现得早，修复就便宜。"],
      sharing: ["对代码的了解在团队中传播，不会只有一个人懂某个模块。", "大家从彼此的修改中学习。"],
    },
    [
      ["大家都觉得这样比较好。"],
      ["有一个人在早上工作。"],
      ["用户很多，需要时间。"],
      ["不会的人可以问别人。"],
      ["早发现的缺陷修复起来成本低。", "defects"],
      ["同事能看出作者没有注意到的缺陷。", "defects"],
      ["知识在团队里传播开来。", "sharing"],
      ["某人离职后，团队里还有人懂这个模块。", "sharing"],
    ],
  ),
];
