const COMMAND = /\\[A-Za-z]+/g;

/** Where an English clause begins: the text, or what follows a sign, a formula, or a word that leads on. */
const CLAUSE =
  '(?:^|[.,:;!…。，；！：)\\]}$*•\\n-]|\\b(?:and|then|please|thus|hence|now|first|also)\\b)[\\s*_"“(]{0,8}';
const IMPERATIVES = [
  "find|compute|calculate|determine|evaluate|express|solve|simplify|factor|expand|prove|show|give|write|list|name",
  "state|estimate|round|convert|complete|describe|explain|derive|verify|sketch|graph|plot|construct|count|sum",
  "enter|answer|choose|select|identify|arrange|order|compare|classify|decide|rationalize|rewrite|multiply|divide",
  "add|subtract|integrate|differentiate|approximate|specify|fill in|reduce|factorize|factorise|obtain|deduce",
  "check|justify|work out|figure out|tell|report|submit|provide|draw|maximize|minimize|use",
].join("|");
const QUESTIONS = "what|why|how|in how many|by how much|to what|at what|for what|for which|on what";
const ASKS = new RegExp(`${CLAUSE}(?:${IMPERATIVES}|${QUESTIONS})\\b`, "i");
/** Behind a comma these lead on to a clause: "an apple, which costs $2". */
const ASKS_AT_FIRST = /(?:^|[.:;!…。；！：\n])[\s*_"“(]{0,8}(?:which|who|whose)\b/i;

/** In languages that put no space between words, or question words anywhere, one of these is enough. */
const ASKS_ELSEWHERE =
  /[?？؟]|求|计算|計算|证明|證明|多少|[几幾问問吗嗎呢哪]|什么|甚麼|何|如何|怎|是否|判断|化简|化簡|写出|找出|确定|比较|解方程|解不等式|つけ|よ。|いくら|구하|얼마|몇|시오/u;

/**
 * Does a statement ask for something: by a question mark, or by a clause that begins with an imperative or a question
 * word? Such words within a clause don't count ("the book which she likes"), nor do commands of LaTeX. Tuned on the real
 * problems of gsm8k and MATH, and on those of gsm8k without their questions.
 */
export function asksSomething(text: string): boolean {
  if (ASKS_ELSEWHERE.test(text)) return true;
  const words = text.replace(COMMAND, " ");
  return ASKS.test(words) || ASKS_AT_FIRST.test(words);
}
