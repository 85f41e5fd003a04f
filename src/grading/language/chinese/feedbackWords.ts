// Chinese that feedback is held to: praise that says nothing, nits, and marks that a model names. Written without
// spaces, so praise is told by taking its phrases out of a sentence.
import type { FeedbackWords } from "../language";

const praise =
  "完全正确|回答得很好|回答得不错|做得非常好|做得很好|答得很好|回答得好|棒极了|干得漂亮|太好了|太棒了|好极了|继续保持|继续加油|" +
  "非常好|非常棒|非常出色|很不错|很清楚|很清晰|很全面|很准确|做得好|答得好|干得好|了不起|很好|真棒|很棒|不错|优秀|出色|完美|精彩|" +
  "厉害|加油|恭喜|正确|全面|清晰|准确|赞|棒";
const generic =
  "总体来说|总体上|整体上|你的|您的|这个|这是|这道|一个|一份|回答|答案|解释|理解|问题|题目|内容|表现|总体|整体|学习|知识|" +
  "展示|展现|展示了|了解|深刻|扎实|掌握|工作|思路|你|您|这|道|题|的|得|地|了|是|很|非常|十分|真|也|都|和|与|做|写|有|在|对|好|啊|呀|哦";
const praises = new RegExp(praise, "u");
const emptied = new RegExp(`${praise}|${generic}|[\\p{P}\\p{S}\\s]`, "gu");

const nit =
  /可以(?:再|更|进一步|补充|考虑)|还可以|建议|如果能|(?:更加?|再)(?:详细|具体|完整|深入)|进一步|补充|不过|但是|然而|错别字|标点|语法|措辞|格式|稍微|略微|下次|最好|为了完整/u;

const number = "(?:\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十半½]+)";
/** "分" also begins and ends many other words: minutes, fractions, parts, analyses. */
const points = "\\s*分(?:数|值)?(?![之钟布类支别开成为量割析层子母解配散段辨])";
const told = new RegExp(
  `满分|扣分|得分\\s*[:：是为]|(?:得|扣|给|打|拿|获得|失|加)(?:了|到|你|您){0,2}\\s*${number}${points}|` +
    `总分\\s*[:：是为]?\\s*${number}|${number}${points}\\s*(?:中|里)?的?\\s*${number}${points}`,
  "u",
);
const marks = [
  new RegExp(`[（(]?${number}\\s*[/／]\\s*${number}${points}[)）]?`, "gu"),
  new RegExp(`[（(]?(?<![\\d.之零一二两三四五六七八九十半])${number}${points}[)）]?`, "gu"),
];

/** Chinese feedback, in simplified characters. */
export const chineseFeedback: FeedbackWords = {
  isPraise: () => false,
  isGeneric: () => false,
  praisesOnly: (sentence) => praises.test(sentence) && sentence.replace(emptied, "") === "",
  isNit: (sentence) => nit.test(sentence),
  tellsMarks: (sentence) => told.test(sentence),
  marks,
  isMarkWord: (word) => /^[分得总评给]$/u.test(word),
};
