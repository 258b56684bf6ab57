/**
 * The phrases that a pattern stands for, each as its words: `(a|b c)` is one of several, `?` after a
 * group lets it be left out, and after a word's last `s` that letter.
 *
 * @example phrasesOf("(net|profit) margins?") // net margins, net margin, profit margins, ...
 */
export function phrasesOf(pattern: string): string[][] {
  const tokens = pattern.match(/[()|?]|[^()|?\s]+/g) ?? [];
  let position = 0;

  function alternatives(): string[][] {
    const all = sequence();
    while (tokens[position] === "|") {
      position += 1;
      all.push(...sequence());
    }
    return all;
  }

  function sequence(): string[][] {
    let phrases: string[][] = [[]];
    for (let token = tokens[position]; token !== undefined; token = tokens[position]) {
      if (token === "|" || token === ")") break;
      const choices = item(token);
      phrases = phrases.flatMap((phrase) => choices.map((choice) => [...phrase, ...choice]));
    }
    return phrases;
  }

  function item(token: string): string[][] {
    position += 1;
    const isGroup = token === "(";
    const choices = isGroup ? alternatives() : [[token]];
    if (isGroup) position += 1;
    if (tokens[position] !== "?") return choices;
    position += 1;
    return isGroup ? [...choices, []] : [[token], [token.replace(/s$/, "")]];
  }

  return alternatives().filter((phrase) => phrase.length > 0);
}
