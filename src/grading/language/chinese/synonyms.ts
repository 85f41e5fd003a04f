// Everyday Chinese words that a technical explanation swaps freely. A small list, written for this project; no
// subject's own terms. Opposites never share a group.
import { stem } from "./words";

// One group a line.
const groups = `
增加 提高 上升 增长 增大 变大 变多 扩大 更多 升高 提升
减少 降低 下降 减小 变小 变少 缩小 更少 减弱
快 迅速 快速 高速 更快 速度
慢 缓慢 迟缓 更慢
大 巨大 庞大 大量
小 微小 少量 很少
许多 很多 大量 众多 多个 多种 若干
使用 利用 采用 运用 应用 借助 用
生成 产生 创建 创造 制造 构造 构建 形成 输出 造出
显示 展示 表明 说明 呈现
改变 修改 调整 变化 更改 更新
保持 保留 维持 保存 存储 储存 存放 记住 记忆
删除 移除 去掉 丢弃 忽略 舍弃
找到 查找 寻找 搜索 检索 定位 发现 识别 检测
开始 启动 起始 最初
结束 停止 终止 完成
需要 必须 必要 要求
帮助 支持 允许 促进 有助于
改进 改善 优化 提升 更好
变差 恶化 损害 受损 更差
获得 得到 取得 收集 获取
提供 给出 返回 给予
发送 传输 传送 传递 转发
选择 挑选 选取 决定
区别 差别 差异 不同 区分 分辨 辨别
相同 一样 相似 类似 接近 相近 一致
错误 失误 有误 不对 不正确 出错
正确 准确 对 精确
问题 困难 难题 挑战 缺点
优点 好处 优势 长处
便宜 廉价 省钱
成本 费用 开销 代价 昂贵
容易 简单 轻松
困难 复杂 难
重要 关键 主要 核心
部分 片段 组成 元素 段落
整个 全部 完整 总体 所有
集合 类别 种类 类型 类
方法 技术 做法 方式 策略 手段
目标 目的 意图
结果 后果 影响 输出
原因 缘故 导致 引起 造成 触发
连接 关联 联系 相关
分开 分离 拆分 划分 切分
合并 结合 融合 组合 拼接
比较 对比 相比
测量 衡量 评估 评价 打分
检查 验证 确认 测试 监控 审查
猜测 预测 估计 推测
学习 训练 练习
教 讲解 传授
隐藏 掩盖 遮盖
保护 防护 安全 保障
攻击 利用 入侵
欺骗 骗过 误导 愚弄 迷惑
假 虚假 伪造 合成 人造
真实 真正 实际 真的
随机 偶然 概率
固定 不变 恒定 冻结
复制 拷贝 副本 重复 复述
重复 反复 再次 单调 千篇一律
唯一 独特 单一
图片 图像 照片 画面
文本 文章 文档 文字
数量 数目 个数 多少
大小 长度 规模 程度
内存 存储 空间 容量
时间 时长 期间
延迟 等待 耽搁
经常 常常 频繁 通常
罕见 很少 少见
新 新的 未见 没见过
旧 过时 以前 先前
用户 客户 人 人们
偏见 歧视 偏差 不公平
隐私 私密 机密 敏感 个人
多样 多样性 丰富 各种各样 变化 种类
短 简短 简洁
长 冗长
可能 概率 几率 机会
危险 有害 风险 不安全
平衡 均衡
失败 崩溃 失效 坍塌 崩塌
避免 防止 阻止 预防
顺序 次序 排序 排列
位置 地点 地方
回答 答复 响应 回应
询问 请求 查询 提问
部署 发布 上线
运行 执行
规则 规定 政策 准则
含义 意义 语义 意思
步骤 阶段 步
循环 迭代 周期
层 层次 级别
输入 喂入
`;

let made: ReadonlyMap<string, readonly number[]> | undefined;

/** By stem; made when first asked for, since most sessions read English. */
function groupsOf(): ReadonlyMap<string, readonly number[]> {
  if (made !== undefined) return made;
  const found = new Map<string, number[]>();
  groups
    .trim()
    .split("\n")
    .forEach((line, i) => {
      for (const word of line.split(" ")) {
        const key = stem(word);
        const held = found.get(key);
        if (held === undefined) found.set(key, [i]);
        else if (!held.includes(i)) held.push(i);
      }
    });
  made = found;
  return found;
}

/** The groups that a stem belongs to; two stems of one group are near enough synonyms. Empty for most words. */
export function synonymGroups(stemOfWord: string): readonly number[] {
  return groupsOf().get(stemOfWord) ?? [];
}
