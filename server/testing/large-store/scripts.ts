/** Words of four scripts, some often and most seldom, as people use them. */
import type { Random } from "./random.ts";

export type Script = "latin" | "cyrillic" | "cjk" | "arabic";

/** How much of the mail is written in each. */
export const scriptShares: readonly [Script, number][] = [
  ["latin", 0.55],
  ["cyrillic", 0.2],
  ["cjk", 0.15],
  ["arabic", 0.1],
];

const vocabularySize = 30_000;

const syllables: Record<Exclude<Script, "cjk">, string[]> = {
  latin: "in vo ta re con pro ment ing er un de mi la so ka te ri no pa lu ge st an or el is ü ö é ñ ã ç ł ř à ê".split(
    " ",
  ),
  cyrillic: "по за ра не ко то на ли ре ма ст ен во ка ти до пе ло ов ие ый ть сч ёт об ин".split(" "),
  arabic: "ال مر سل فا تو ره حس اب دف عه طل بي ان من عل ها كت يد رق مه".split(" "),
};

/** Words that the segmenter knows, so that it has the work that real mail gives it. */
const cjkWords = (
  "会議 会議室 予約 確認 請求書 注文 番号 返金 処理 完了 修理 保証 期間 お客様 電話 住所 変更 連絡 担当者 資料 送付 東京 大阪 明日 今日 来週 月曜日 " +
  "订单 号码 发票 工作日 发送 电子邮件 地址 收到 退款 申请 客户 服务 部门 尽快 问题 价格 合同 付款 银行 账户 上海 北京 时间 会议 安排 技术 支持 " +
  "の を に は が と で も です ます した して いる ある から まで ください 的 了 是 在 我们 您 请 和 有 也 不"
).split(" ");

/** @returns for each script, a word drawn by how often it is used */
export function drawers(random: Random): Record<Script, () => string> {
  return {
    latin: drawerOf(random, wordsOf(random, syllables.latin)),
    cyrillic: drawerOf(random, wordsOf(random, syllables.cyrillic)),
    arabic: drawerOf(random, wordsOf(random, syllables.arabic)),
    cjk: drawerOf(random, cjkVocabulary(random)),
  };
}

/** The most frequent words come first: shorter ones, as in any language. */
function wordsOf(random: Random, parts: readonly string[]): string[] {
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const length = 1 + Math.floor(Math.log10(words.size + 1) / 1.6) + random.below(3);
    words.add(Array.from({ length }, () => random.of(parts)).join(""));
  }
  return [...words];
}

/** Known words first, then pairs of them, as compounds are made. */
function cjkVocabulary(random: Random): string[] {
  const words = new Set(random.shuffled(cjkWords));
  while (words.size < vocabularySize / 10) words.add(random.of(cjkWords) + random.of(cjkWords));
  return [...words];
}

/** Zipf's law: the n-th word comes n times as seldom as the first. */
function drawerOf(random: Random, words: readonly string[]): () => string {
  const sums = new Float64Array(words.length);
  let total = 0;
  words.forEach((_, index) => (sums[index] = total += 1 / (index + 2.7)));
  return () => {
    const wanted = random.share() * total;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? "";
  };
}
