import type { NewsItem } from "#core/news.ts";
import type { SymbolQuery } from "#core/ports.ts";
import { unvalidated, type YahooClient } from "./client.ts";
import { searchSchema } from "./schemas/search.ts";

const NEWS_COUNT = 10;

/** The latest headlines. One without a title or a time is left out. */
export async function readNews(
  client: YahooClient,
  { symbol }: SymbolQuery,
): Promise<readonly NewsItem[]> {
  const { news } = await client.read({
    symbol,
    what: "news",
    schema: searchSchema,
    ask: ({ yahoo }) =>
      yahoo.search(symbol, { newsCount: NEWS_COUNT, quotesCount: 0 }, unvalidated),
  });
  const items = news.flatMap(({ title, publisher, link, providerPublishTime }) => {
    if (title === null || providerPublishTime === null) return [];
    const publishedAt = new Date(providerPublishTime).toISOString();
    return [{ title, publisher, url: webAddress(link), publishedAt, source: "yahoo" }];
  });
  return items.sort((a, b) => (a.publishedAt > b.publishedAt ? -1 : 1));
}

/** A link that a reader may be given; null for any other scheme, such as javascript:. */
function webAddress(link: string | null): string | null {
  if (link === null || !URL.canParse(link)) return null;
  return ["http:", "https:"].includes(new URL(link).protocol) ? link : null;
}
