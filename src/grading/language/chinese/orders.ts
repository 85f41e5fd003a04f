// Orders to a grader in an answer to a Chinese roadmap: English ones and those of other languages are known already;
// what is added is how Chinese reports such a text rather than says it.
import { english } from "../english";
import type { OrderWords } from "../language";

const reported = new RegExp(
  `${english.orders.reported.source}|攻击|注入|恶意|越狱|例如|比如|譬如|假如有人|有人|用户可能|对抗|评判模型|奖励模型|标注员`,
  "u",
);

const accountOf = new RegExp(
  `${english.orders.accountOf.source}|(?:让|使|诱使|诱导|欺骗|骗|要求|命令|指示|告诉)(?:大?语言|这个|该|一个)?(?:模型|系统|它|助手)`,
  "u",
);

const addressed = new RegExp(
  `${english.orders.addressed.source}|(?:这个|这份|本|我的)(?:答案|回答|作答)|满分|评分者|阅卷|老师|请给|^[^\\p{L}]*(?:忽略|无视|给我|给出|判)`,
  "u",
);

const aboutGrading = new RegExp(
  `${english.orders.aboutGrading.source}|评分者|阅卷|评分标准|满分|给分|判分|(?:本|这个|我的)(?:答案|回答|成绩|分数)`,
  "u",
);

/** Chinese orders. */
export const chineseOrders: OrderWords = { ...english.orders, reported, accountOf, addressed, aboutGrading };
