import { onNewColours } from "../colours.ts";
import { equityFigure } from "./equity-figure.ts";
import { priceFigure } from "./price-figure.ts";
import { readData } from "./read-data.ts";
import { steps } from "./steps.ts";
import { tradesTable } from "./trades-table.ts";

document.documentElement.classList.add("js");

const data = readData();
const equity = equityFigure(data);
const price = priceFigure(data);
const articles = [...document.querySelectorAll<HTMLElement>(".strategy")];
const rows = [...document.querySelectorAll<HTMLElement>(".result[data-place]")];

/** Shows one strategy: its row, its curve, its trades and its code. */
function choose(place: number): void {
  for (const row of rows) {
    const isChosen = row.dataset.place === String(place);
    row.classList.toggle("chosen", isChosen);
    const radio = row.querySelector("input");
    if (radio !== null) radio.checked = isChosen;
  }
  for (const [at, article] of articles.entries()) article.hidden = at !== place;
  const article = articles[place];
  equity.choose(place);
  if (article === undefined || data.curves[place]?.equity.length === 0) {
    price.box.remove();
    return;
  }
  article.querySelector("[data-slot=price]")?.replaceChildren(price.box);
  price.choose(place);
  const trades = article.querySelector("[data-slot=trades]");
  if (trades?.childElementCount === 0) trades.append(tradesTable(data, place, price.zoom));
}

document.querySelector("[data-slot=equity]")?.replaceChildren(equity.box);
for (const row of rows) {
  const place = Number(row.dataset.place);
  row.addEventListener("click", () => choose(place));
  row.querySelector("input")?.addEventListener("change", () => choose(place));
}
if (articles.length > 1) {
  for (const [place, article] of articles.entries()) {
    const slot = article.querySelector("[data-slot=steps]");
    slot?.append(steps(place, articles.length, chooseThere));
  }
}

/** Chooses from below the table, where the buttons of the next one take over. */
function chooseThere(place: number): void {
  const before = document.activeElement?.getAttribute("aria-label");
  choose(place);
  articles[place]?.querySelector<HTMLElement>(`.steps [aria-label="${before}"]`)?.focus();
}

onNewColours(() => {
  equity.recolour();
  price.recolour();
});
choose(0);
