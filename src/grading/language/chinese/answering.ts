// What Chinese-speaking learners say about their answering rather than about the matter.
import type { AnsweringWords } from "../language";

const filler =
  "(?:我|我们|真的|其实|实在|确实|暂时|目前|现在|还|都|也|完全|根本|一点|一点儿|抱歉|对不起|不好意思|老实说|说实话|嗯+|呃+|" +
  "这个|这道|这题|这|该|问题|题目|题|怎么|如何|什么|答案|关于|对|对于|有点|太|很|了|啊|呢|吧|的|是|它|就|应该|怎么说)";
const notKnowing =
  "(?:不知道|不晓得|不清楚|不太清楚|不了解|不太了解|不懂|不太懂|不明白|不会|不会做|不确定|不太确定|没学过|没有学过|没学|" +
  "没看过|没有看过|忘了|忘记了|忘记|想不起来|记不清|记不起来|没有答案|没答案|无法回答|答不出来|答不上来|没有头绪|毫无头绪|" +
  "没有想法|没思路|没有思路|跳过|略过|无|不详|idk|n/?a|[?？]+)";
const tail =
  "(?:怎么|如何|什么|回答|解释|作答|说|写|答|做|答案|这个|这道|这|问题|题目|题|是|了|啊|呢|吧|的|呀|哦|为什么)";
const dontKnow = new RegExp(`^${filler}*${notKnowing}${tail}*$`, "iu");
const pleasantry =
  /^(?:抱歉|对不起|不好意思|谢谢|您好|你好|请|帮|帮帮|我|给|个|一个|提示|老师|之后|以后|稍后|等下|再|来|回来|看看|看|会|去|学习|学|复习|查|一下|需要|要|这个|这|题|部分|内容|了|吧|的|回头)+$/u;

const asking = new Set(
  (
    "问题 回答 答案 题目 题 问 答 解释 说明 描述 讨论 列出 列举 指出 给出 定义 比较 概述 提到 谈谈 简述 阐述 论述 请 句 " +
    "句子 词 例子 例 情况 原因 理由 方式 方法 事情 东西 种类 类型 重要 不同 各种 几种 许多 第一 第二 第三 第四 最后 首先 " +
    "其次 知道 了解 理解 认为 考虑 主题 概念 以下 如下 上述 意思 是指 指 表示 意味 存在 发生 出现 产生 具体 某种 关键词 " +
    "要点 内容 部分 所谓 叫做 称为 回答道"
  ).split(" "),
);

const noteVerbs = new Set(
  (
    "是 指 有 表示 意味 意味着 导致 引起 使 使得 让 用 使用 会 能 可以 需要 变成 变得 包括 包含 属于 称为 叫做 得到 给出 " +
    "产生 说明 学习 依赖 增加 减少 提高 降低 通过 不 没有 不能 不会 无法 成为 看到 看 做 给 把 被"
  ).split(" "),
);

/** Chinese answering. */
export const chineseAnswering: AnsweringWords = {
  isDontKnow(text) {
    const said = text.split(/[\s。．.!！,，;；、：:…~～()（）"“”']+/u).filter((part) => /[\p{L}\p{N}?？]/u.test(part));
    return (
      said.length > 0 &&
      said.some((part) => dontKnow.test(part)) &&
      said.every((part) => dontKnow.test(part) || pleasantry.test(part) || new RegExp(`^${filler}+$`, "u").test(part))
    );
  },
  isAsking: (word) => asking.has(word),
  isNoteVerb: (word) => noteVerbs.has(word),
  mayBeVerb: () => false,
};
